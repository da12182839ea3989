import assert from 'node:assert/strict';
import { chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addSessions, setStage } from '../support/stage.ts';

/** A user without privileges. */
const NOBODY = 65534;

if (process.platform !== 'win32') {
  describe('what we write', () => {
    for (const mask of [0o000, 0o022, 0o077, 0o777]) {
      it(`is for its user alone under the umask ${mask.toString(8).padStart(3, '0')}`, async (t) => {
        const before = process.umask(mask);
        t.after(() => process.umask(before));
        process.umask(0o022);
        const { home, open, pathOf } = setStage(t);
        addSessions(home, 20);
        process.umask(mask);
        await open({ threads: 2 }).rescan({ full: true });
        writeFileSync(pathOf('state.json'), 'damaged');
        await open().rescan({ full: true });
        const plugins = join(home.path, 'plugins');
        const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
        const place = pathOf('');
        assert.deepEqual([modeOf(plugins), modeOf(place)], ['755', '700']);
        const files = readdirSync(place).filter((name) => !name.includes('.damaged-'));
        assert.ok(files.length >= 5, files.join());
        assert.deepEqual(
          files.filter((name) => modeOf(join(place, name)) !== '600'),
          [],
        );
      });
    }

    if (process.getuid?.() === 0) {
      it('belongs to the owner of the home where the superuser scans it (sudo), who can go on with it', async (t) => {
        const { home, open, pathOf } = setStage(t);
        addSessions(home, 20);
        home.rest();
        for (const path of [home.path, home.databasePath]) chownSync(path, NOBODY, NOBODY);
        await open().rescan({ full: true });
        writeFileSync(pathOf('state.json'), 'damaged');
        chownSync(pathOf('state.json'), NOBODY, NOBODY);
        const again = open();
        await again.rescan({ full: true });
        await again.dispose();
        const place = pathOf('');
        const all = [
          join(home.path, 'plugins'),
          place,
          ...readdirSync(place).map((name) => join(place, name)),
        ];
        assert.ok(all.length >= 7, all.join());
        assert.deepEqual(
          all.filter((path) => statSync(path).uid !== NOBODY || statSync(path).gid !== NOBODY),
          [],
        );
        assert.equal(statSync(join(home.path, 'plugins')).mode & 0o777, 0o755);
      });
    }

    it('leaves a directory of others as it is', async (t) => {
      const { home, open } = setStage(t);
      addSessions(home, 2);
      const plugins = join(home.path, 'plugins');
      mkdirSync(plugins, { mode: 0o755 });
      await open().rescan({ full: false });
      assert.equal(statSync(plugins).mode & 0o777, 0o755);
    });
  });
}
