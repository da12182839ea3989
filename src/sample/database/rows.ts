import type { SqlValue } from '../../hermes/sqlite/drivers/driver.ts';

/** Columns of `messages` that the operations know, beside its `id`. */
export const MESSAGE_COLUMNS = [
  'session_id',
  'role',
  'content',
  'tool_call_id',
  'tool_calls',
  'tool_name',
  'timestamp',
  'token_count',
  'finish_reason',
  '_compressed_summary',
  'active',
  'compacted',
  'display_kind',
  'message_uid',
] as const;

export type MessageColumn = (typeof MESSAGE_COLUMNS)[number];

/** A message that is to be written: columns by their own names, those left out at their defaults. */
export type NewMessage = { readonly [Column in MessageColumn | 'id']?: SqlValue } & {
  readonly session_id: string;
  readonly role: 'user' | 'assistant' | 'tool';
  readonly timestamp: SqlValue;
};

/** A message as it stands in the database. */
export type StoredMessage = { readonly [Column in MessageColumn]: SqlValue } & {
  readonly id: number;
  readonly session_id: string;
  readonly role: 'user' | 'assistant' | 'tool';
};

/** Any columns of `sessions`, by their own names. */
export type SessionCells = Readonly<Record<string, SqlValue>>;

/** What some calls of a model used; counters of `sessions` and of `session_model_usage`. */
export interface Tokens {
  readonly api_call_count: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
  readonly reasoning_tokens: number;
}
