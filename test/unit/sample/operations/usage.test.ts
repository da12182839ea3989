import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startSession } from '../../../../src/sample/operations/appending.ts';
import { recordUse, type Use } from '../../../../src/sample/operations/usage.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

const USE: Use = {
  model: 'm',
  task: '',
  billing_provider: 'p',
  billing_mode: '',
  api_call_count: 1,
  input_tokens: 10,
  output_tokens: 5,
  cache_read_tokens: 3,
  cache_write_tokens: 2,
  reasoning_tokens: 1,
  estimated_cost_usd: 0.5,
  actual_cost_usd: 0,
  cost_status: 'estimated',
  first_seen: 1000,
  last_seen: 1000,
};

describe('the account of what was used', () => {
  it('adds up uses of the same model for the same task, and keeps others apart', async (t) => {
    const home = await HermesHome.create(t);
    startSession(home.hermes, { id: 's', started_at: 1000 });
    recordUse(home.hermes, 's', USE);
    recordUse(home.hermes, 's', { ...USE, cost_status: 'actual', first_seen: 1100, last_seen: 1100 });
    recordUse(home.hermes, 's', { ...USE, task: 'vision' });
    const rows = home.connection.prepare(
      `SELECT task, api_call_count, input_tokens, estimated_cost_usd, cost_status, first_seen, last_seen
       FROM session_model_usage ORDER BY task`,
    );
    assert.deepEqual(rows.all(), [
      ['', 2, 20, 1, 'actual', 1000, 1100],
      ['vision', 1, 10, 0.5, 'estimated', 1000, 1000],
    ]);
  });
});
