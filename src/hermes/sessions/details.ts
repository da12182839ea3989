import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlValue } from '../sqlite/drivers/driver.ts';
import type { Schema } from './schema.ts';

/** What Hermes noted of a session besides what is counted. Null where the schema or the row has nothing. */
export interface SessionDetails {
  readonly parentSessionId: string | null;
  readonly endReason: string | null;
  readonly workingDirectory: string | null;
  readonly gitBranch: string | null;
  readonly gitRepositoryRoot: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cacheReadTokens: number | null;
  readonly cacheWriteTokens: number | null;
  readonly reasoningTokens: number | null;
  readonly estimatedCostUsd: number | null;
  readonly actualCostUsd: number | null;
  readonly apiCalls: number | null;
}

const COLUMNS = [
  'parent_session_id',
  'end_reason',
  'cwd',
  'git_branch',
  'git_repo_root',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'estimated_cost_usd',
  'actual_cost_usd',
  'api_call_count',
] as const;

/** Undefined when there is no such session. @throws HermesDatabaseError */
export function readDetails(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
): SessionDetails | undefined {
  const columns = COLUMNS.map((column) => `${exactly(schema.read('sessions', column))} AS ${column}`);
  const row = connection.get(`SELECT ${columns.join(', ')} FROM sessions WHERE id = ?`, sessionId);
  if (!row) return undefined;
  const cell = (column: (typeof COLUMNS)[number]): SqlValue => row[COLUMNS.indexOf(column)] ?? null;
  return {
    parentSessionId: textOf(cell('parent_session_id')),
    endReason: textOf(cell('end_reason')),
    workingDirectory: textOf(cell('cwd')),
    gitBranch: textOf(cell('git_branch')),
    gitRepositoryRoot: textOf(cell('git_repo_root')),
    inputTokens: numberOf(cell('input_tokens')),
    outputTokens: numberOf(cell('output_tokens')),
    cacheReadTokens: numberOf(cell('cache_read_tokens')),
    cacheWriteTokens: numberOf(cell('cache_write_tokens')),
    reasoningTokens: numberOf(cell('reasoning_tokens')),
    estimatedCostUsd: numberOf(cell('estimated_cost_usd')),
    actualCostUsd: numberOf(cell('actual_cost_usd')),
    apiCalls: numberOf(cell('api_call_count')),
  };
}

/** Integers as floating-point numbers, because not every driver hands out those beyond 2^53. */
function exactly(column: string): string {
  return `CASE WHEN typeof(${column}) = 'integer' THEN CAST(${column} AS REAL) ELSE ${column} END`;
}

function numberOf(value: SqlValue): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
