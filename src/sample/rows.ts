/** A row of `messages`, its columns by their own names. */
export interface MessageRow {
  readonly session_id: string;
  readonly role: 'user' | 'assistant' | 'tool';
  readonly content: string | null;
  readonly tool_call_id: string | null;
  readonly tool_calls: string | null;
  readonly tool_name: string | null;
  readonly timestamp: number;
  readonly token_count: number;
  readonly finish_reason: string | null;
  readonly active: 0 | 1;
  readonly compacted: 0 | 1;
}

/** A row of `sessions`, its columns by their own names. */
export interface SessionRow {
  readonly id: string;
  readonly source: string;
  readonly model: string;
  readonly parent_session_id: string | null;
  readonly started_at: number;
  readonly ended_at: number;
  readonly end_reason: string | null;
  readonly message_count: number;
  readonly tool_call_count: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
  readonly reasoning_tokens: number;
  readonly cwd: string | null;
  readonly git_branch: string | null;
  readonly git_repo_root: string | null;
  readonly billing_provider: string;
  readonly estimated_cost_usd: number;
  readonly actual_cost_usd: number | null;
  readonly title: string | null;
  readonly api_call_count: number;
  readonly rewind_count: number;
  readonly archived: 0 | 1;
}

/** One step in the making of a history: a message, or a session whose messages are complete. */
export type HistoryRow =
  | { readonly table: 'messages'; readonly row: MessageRow }
  | { readonly table: 'sessions'; readonly row: SessionRow };
