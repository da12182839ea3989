import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

const SESSIONS = 4_000;
const FILL = `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${SESSIONS})`;

describeWithEachDriver('the mark of what a session used', (driver) => {
  let home: TemporaryHome;
  beforeEach(() => {
    home = TemporaryHome.create();
    home.sql.exec(`CREATE TABLE session_model_usage
        (session_id TEXT, input_tokens INTEGER DEFAULT 0, estimated_cost_usd REAL DEFAULT 0);
      ${FILL} INSERT INTO sessions (id, started_at, input_tokens, cache_read_tokens, estimated_cost_usd)
        SELECT 's' || n, 1772445600.25, n % 777, 5000000, 0.5 FROM number;
      ${FILL} INSERT INTO session_model_usage (session_id, input_tokens) SELECT 's' || ((n + 1) / 2), 1000 FROM number`);
  });
  afterEach(() => home.remove());

  const marks = (): Map<string, number> =>
    SessionDatabase.reading(home.path, driver, ({ usage }) => usage.marks());
  /** How many sessions have the mark that they had before something was done. */
  function sameAfter(change: string): number {
    const before = marks();
    home.sql.exec(change);
    return [...marks()].filter(([id, mark]) => before.get(id) === mark).length;
  }

  it('is another one after the least change of any number, whatever number the row has', () => {
    for (const change of [
      'input_tokens = input_tokens + 1',
      'reasoning_tokens = reasoning_tokens + 1',
      'cache_read_tokens = cache_read_tokens + 8388608',
      'estimated_cost_usd = estimated_cost_usd + 0.000001',
      'actual_cost_usd = 0',
      'started_at = started_at + 1',
    ])
      assert.equal(sameAfter(`UPDATE sessions SET ${change}`), 0, change);
  });

  it('is another one whatever else stands in the row', () => {
    home.sql.exec(`UPDATE sessions SET estimated_cost_usd = 9e999, output_tokens = 4503599627370496,
      cache_read_tokens = -5, cache_write_tokens = 'many', reasoning_tokens = x'3132'`);
    assert.equal(sameAfter('UPDATE sessions SET input_tokens = input_tokens + 1'), 0);
    assert.equal(sameAfter('UPDATE sessions SET output_tokens = output_tokens + 1'), 0);
    assert.equal(sameAfter('UPDATE sessions SET estimated_cost_usd = NULL'), 0);
  });

  it('is another one when what was used goes from one row to another', () => {
    const moved = `UPDATE session_model_usage SET input_tokens = input_tokens + iif(rowid % 2, 300, -300)`;
    assert.equal(sameAfter(moved), SESSIONS / 2);
  });

  it('is the one that was read along with what the session used, to the last digit', () => {
    const read = SessionDatabase.reading(home.path, driver, ({ usage }) =>
      [...usage.of(new Set(['s1', 's1999', `s${SESSIONS}`]))].map(({ id, mark }) => [id, mark] as const),
    );
    const known = marks();
    assert.deepEqual(
      read,
      read.map(([id]) => [id, known.get(id)]),
    );
    assert.ok([...known.values()].every(Number.isSafeInteger));
  });
});
