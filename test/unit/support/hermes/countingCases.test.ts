import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  countingCases,
  countingResult,
  homeOfCases,
  leaveCheckpoint,
} from '../../../support/hermes/countingCases.ts';

describe('the home of the counting cases', () => {
  for (const journalMode of ['wal', 'delete'] as const) {
    it(`holds every session and message of the cases as they are, in mode ${journalMode}`, async (t) => {
      const home = await homeOfCases(t, { journalMode });
      await home.work();
      const cases = countingCases();
      assert.equal(home.single('PRAGMA journal_mode'), journalMode);
      assert.equal(home.single('SELECT count(*) FROM sessions'), cases.length);
      const messages = cases.flatMap((each) => each.messages);
      const stored = home.connection
        .prepare('SELECT id, content, timestamp, active FROM messages ORDER BY id')
        .all();
      assert.deepEqual(
        stored,
        messages
          .map(({ id, content, timestamp, active }) => [id, content ?? null, timestamp, active ?? 1])
          .sort(([a], [b]) => Number(a) - Number(b)),
      );
      assert.equal(home.single("SELECT typeof(started_at) FROM sessions WHERE id LIKE 'bad_start%'"), 'text');
      assert.equal(
        home.single(
          'SELECT DISTINCT length(display_identity) FROM messages WHERE display_identity IS NOT NULL',
        ),
        32,
      );
    });
  }

  it('tells of a dashboard by its checkpoint', async (t) => {
    const home = await homeOfCases(t, { cases: [] });
    leaveCheckpoint(home, 2);
    const file = JSON.parse(readFileSync(join(home.dataDirectory, 'scan_checkpoint.json'), 'utf8'));
    assert.deepEqual(file, { schema_version: 2, generated_at: 1, sessions: {} });
  });

  it('has results for every way of counting', () => {
    for (const result of ['lifetime', 'g1', 'g2', 'g3', 'dates'] as const) {
      assert.equal(typeof countingResult(result), 'object');
    }
  });
});
