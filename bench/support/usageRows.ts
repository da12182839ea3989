import { join } from 'node:path';
import { loadDriver } from '../../src/hermes/sqlite/drivers/loadDriver.ts';

const COUNT = 'SELECT count(*) FROM session_model_usage';

/** Every use of a model for the conversation, once more for something that was done beside it; so many at most. */
const ADD = `INSERT INTO session_model_usage
    (session_id, model, billing_provider, billing_mode, task, api_call_count, input_tokens, output_tokens,
     estimated_cost_usd, cost_status, first_seen, last_seen)
  SELECT session_id, model, billing_provider, billing_mode, ?, 1, 900, 40, 0.001, 'estimated', first_seen, last_seen
  FROM session_model_usage WHERE task = '' ORDER BY session_id, model LIMIT ?`;

/** Lets a made-up Hermes home keep account of so many uses, or of more where it has more by itself. */
export async function fillUsage(home: string, rows: number): Promise<void> {
  const { driver } = await loadDriver();
  const database = driver.openWritable(join(home, 'state.db'), { busyTimeoutMs: 0 });
  try {
    for (let beside = 1; ; beside++) {
      const missing = rows - Number(database.prepare(COUNT).get()![0]);
      if (missing <= 0) return;
      database.run(ADD, `beside ${beside}`, missing);
    }
  } finally {
    database.close();
  }
}
