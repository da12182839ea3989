import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { Archive } from '../../../../src/archive/archive.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { addSessions, type Stage, scannerFor, setStage } from '../support/stage.ts';

const { driver } = await loadDriver();

const OUR_FILES = [
  'state.json',
  'archive.sqlite',
  'scan_snapshot.json',
  'agent_summary.json',
  'scan_lock.sqlite',
] as const;

/** Two hundred sessions, which unlock something, scanned once. */
async function scanned(t: TestContext): Promise<Stage & { readonly unlocked: number }> {
  const stage = setStage(t);
  addSessions(stage.home, 200);
  const snapshot = await stage.open().rescan({ full: false });
  assert.ok(snapshot.unlocked_count > 0);
  return { ...stage, unlocked: snapshot.unlocked_count };
}

/** A scan of a new start, which must go well; what it logged or told. */
async function scan(t: TestContext, { home }: Stage) {
  const { scanner, log } = await scannerFor(t, home.path);
  const outcome = await scanner.scan(false);
  assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
  return { snapshot: outcome.snapshot, log };
}

const IMPOSTORS: Record<string, (path: string) => unknown> = {
  'a directory': (path) => mkdirSync(path),
  'a link to itself': (path) => symlinkSync(path, path),
  ...(process.platform === 'win32' ? {} : { 'a pipe': (path: string) => execFileSync('mkfifo', [path]) }),
};

for (const [what, put] of Object.entries(IMPOSTORS)) {
  describe(`${what} in the place of one of our files`, () => {
    for (const name of OUR_FILES) {
      it(`${name}: the scan goes well, nothing is lost, and at most one warning is told`, async (t) => {
        const stage = await scanned(t);
        rmSync(stage.pathOf(name));
        put(stage.pathOf(name));
        const { snapshot, log } = await scan(t, stage);
        assert.equal(snapshot.aggregate.session_count, 200);
        assert.equal(snapshot.unlocked_count, stage.unlocked);
        const told = log.filter((line) => line.startsWith('Badges cannot be saved'));
        assert.ok(told.length <= 1, told.join('\n'));
        // With the file, its folder and what to do, and no error as the system words it.
        for (const line of told) {
          assert.ok(line.includes(name) && line.endsWith(` (${dirname(stage.pathOf(name))})`), line);
          assert.doesNotMatch(line, /\bE[A-Z]{3,}\b/);
        }
      });
    }
  });
}

describe('an archive that was tampered with', () => {
  const BOOKMARKS: Record<string, unknown> = {
    'of other types': { rules: 2, lifetime: 'x', days: 5, rows: null },
    'of figures beyond all reason': { rules: 2, lifetime: { messages: 1e308 } },
    'that are no JSON': undefined,
  };
  for (const [what, bookmark] of Object.entries(BOOKMARKS)) {
    it(`so that bookmarks are ${what}: every session is still read`, async (t) => {
      const stage = await scanned(t);
      const archive = new Database(stage.pathOf('archive.sqlite'));
      archive.exec('DELETE FROM bookmark');
      const text = bookmark === undefined ? '{"rules": ' : JSON.stringify(bookmark);
      archive.prepare('INSERT INTO bookmark (session, body) SELECT key, ? FROM session').run(text);
      archive.close();
      stage.home.sql.exec(
        "INSERT INTO messages (session_id, role, timestamp) SELECT id, 'user', 1760000000 FROM sessions",
      );
      const { snapshot } = await scan(t, stage);
      assert.deepEqual([snapshot.scan_meta.sessions_rescanned, snapshot.scan_meta.rows_repaired], [200, 0]);
    });
  }
});

/** Every unlock and tier-up that the archive holds. */
function stepsOf(stage: Stage): readonly unknown[] {
  const archive = new Archive(stage.pathOf('archive.sqlite'), driver, { write: false });
  try {
    return archive.steps();
  } finally {
    archive.close();
  }
}

describe('a clock that is far off', () => {
  for (const [when, seconds] of Object.entries({
    'before 1970': -86_400,
    'in the year 10000': 253_402_300_900,
  })) {
    it(`${when}: what was unlocked stays, and is not unlocked again`, async (t) => {
      let now = seconds * 1000;
      t.mock.method(Date, 'now', () => now);
      const stage = setStage(t);
      addSessions(stage.home, 200);
      const first = await scan(t, stage);
      const steps = () => stepsOf(stage);
      const before = steps();
      assert.equal(before.length, first.snapshot.unlocked_count);
      stage.home.addSession({ id: 'one more' });
      now += 100_000;
      await scan(t, stage);
      assert.deepEqual(steps(), before);
    });
  }
});
