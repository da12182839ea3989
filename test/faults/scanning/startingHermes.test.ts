import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { statsOfSession } from '../../../src/scanning/analysis/oneSession.ts';
import { readTranscriptDocument } from '../../../src/surfaces/transcript/reading/read.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { ENGLISH } from '../../unit/surfaces/transcript/englishWords.ts';

/** So often somebody looks into a session … */
const LOOKS = 400;
/** … and as often at least Hermes has started and ended meanwhile. */
const RUNS = 100;

/** Hermes over and over: opens its database, writes a message by a log, and closes, which folds the log in. */
const HERMES = `
  const { DatabaseSync } = require('node:sqlite');
  const run = () => {
    const database = new DatabaseSync(process.argv[1]);
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL');
    database.exec("INSERT INTO messages (session_id, role, timestamp, content) VALUES ('other', 'user', 1760000000, 'hello')");
    database.close();
    process.stdout.write('.');
    setImmediate(run);
  };
  run();
`;

/** What `session ID` and the transcript do. */
const LOOKERS: Record<string, (home: string) => Promise<unknown>> = {
  'session ID': async (home) => (await statsOfSession(home, 'a', 'lifetime'))?.message_count,
  'the transcript': async (home) => {
    const question = { home, session: 'a', badge: null, words: ENGLISH };
    return readTranscriptDocument(question, (await loadDriver()).driver)?.text.match(/hello/g)?.length;
  },
};

describe('while Hermes starts and ends', () => {
  for (const [what, look] of Object.entries(LOOKERS)) {
    it(`${what} never fails, in ${LOOKS} tries and ${RUNS} runs of Hermes`, async (t) => {
      const home = TemporaryHome.create();
      t.after(() => home.remove());
      home.addSession({ id: 'a', title: 'Greetings' }, Array(20).fill({ content: 'hello' }));
      home.addSession({ id: 'other' });
      home.rest();
      const runs = await startHermes(t, home.databasePath);
      for (let looks = 0; looks < LOOKS || runs() < RUNS; looks++) {
        assert.equal(await look(home.path), 20);
        await new Promise((turn) => setImmediate(turn)); // in which the runs are heard of
      }
    });
  }
});

/** @returns how often it has started and ended so far */
async function startHermes(t: TestContext, path: string): Promise<() => number> {
  const child = spawn(process.execPath, ['--no-warnings', '-e', HERMES, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  let runs = 0;
  child.stdout.on('data', (dots: Buffer) => {
    runs += dots.length;
  });
  await once(child.stdout, 'data');
  return () => runs;
}
