import type { SqlValue } from '../../hermes/sqlite/drivers/driver.ts';
import type { Tokens } from '../database/rows.ts';
import type { Hermes } from './hermes.ts';

/** What some calls of a model used, and who was paid how. */
export interface Use extends Tokens {
  readonly model: string;
  /** '' for the conversation itself; else what an auxiliary model did. */
  readonly task: string;
  readonly billing_provider: string;
  readonly billing_mode: string;
  readonly estimated_cost_usd: number;
  readonly actual_cost_usd: number;
  readonly cost_status: SqlValue;
  /** Epoch seconds of the first and of the last call. */
  readonly first_seen: number;
  readonly last_seen: number;
}

const KEY = ['model', 'billing_provider', 'billing_mode', 'task'] as const;
const SUMS = [
  'api_call_count',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'estimated_cost_usd',
  'actual_cost_usd',
] as const;
const COLUMNS = [...KEY, ...SUMS, 'cost_status', 'first_seen', 'last_seen'] as const;

const ADD = `INSERT INTO session_model_usage (session_id, ${COLUMNS.join(', ')})
  VALUES (?, ${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (session_id, model, billing_provider, billing_base_url, billing_mode, task) DO UPDATE SET
  ${SUMS.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')},
  cost_status = excluded.cost_status, last_seen = excluded.last_seen`;

/** Adds what was used to the row that keeps account of such uses. */
export function recordUse({ database }: Hermes, sessionId: string, use: Use): void {
  database.connection.run(ADD, sessionId, ...COLUMNS.map((column) => use[column]));
}
