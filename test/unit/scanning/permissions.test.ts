import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addSessions, setStage } from './support/stage.ts';

if (process.platform !== 'win32') {
  describe('what we write', () => {
    for (const mask of [0o000, 0o022, 0o077]) {
      it(`is for its user alone under the umask ${mask.toString(8).padStart(3, '0')}`, async (t) => {
        const before = process.umask(mask);
        t.after(() => process.umask(before));
        const { home, open, pathOf } = setStage(t);
        addSessions(home, 20);
        await open({ threads: 2 }).rescan({ full: true });
        writeFileSync(pathOf('state.json'), 'damaged');
        await open().rescan({ full: true });
        const plugins = join(home.path, 'plugins');
        const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
        const place = pathOf('');
        assert.deepEqual([modeOf(plugins), modeOf(place)], ['700', '700']);
        const files = readdirSync(place).filter((name) => !name.includes('.damaged-'));
        assert.ok(files.length >= 5, files.join());
        assert.deepEqual(
          files.filter((name) => modeOf(join(place, name)) !== '600'),
          [],
        );
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
