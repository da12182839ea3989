import { BEFORE_ALL_IDS } from '../changes/digest.ts';
import type { Schema } from '../sessions/schema.ts';
import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { readCallDetails, type ToolCall } from './calls/toolCalls.ts';
import { LONG_CALLS_QUERY, longTextQuery, MARK, rowQuery } from './rows/query.ts';
import { TextReader } from './text.ts';

/** A message for people to read. */
export interface TranscriptMessage {
  readonly id: number;
  readonly role: string;
  /** Invalid UTF-8 reads as U+FFFD. */
  readonly text: string;
  /** `tool_name`, empty when the row has none. */
  readonly toolName: string;
  readonly calls: readonly ToolCall[];
  /** Epoch seconds; null when the row's value is no moment. */
  readonly timestamp: number | null;
  /** False when compaction has folded the message into a summary. */
  readonly active: boolean;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @throws HermesDatabaseError, at any row */
export function* readTranscript(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  wholeText: boolean,
): Generator<TranscriptMessage, void, void> {
  const reader = new TextReader();
  const sql = rowQuery(schema, { wholeText, further: ['messages.role AS role'] }, schema.keptRow);
  const longText = longTextQuery(schema);
  const rows = connection.iterateById(sql, sessionId, BEFORE_ALL_IDS);
  for (const [id, marks, short, toolName, shortCalls, timestamp, role] of rows) {
    const mark = marks as number;
    const content = mark & MARK.long ? connection.get(longText, id as number)?.[0] : short;
    const toolCalls =
      mark & MARK.longCalls ? connection.get(LONG_CALLS_QUERY, id as number)?.[0] : shortCalls;
    const bytes =
      content instanceof Uint8Array ? reader.fromBytes(content) : reader.fromString(textOf(content) ?? '');
    yield {
      id: id as number,
      role: textOf(role) ?? '',
      text: decoder.decode(bytes),
      toolName: textOf(toolName) ?? '',
      calls: toolCalls ? readCallDetails(textOf(toolCalls) ?? '') : [],
      timestamp: mark & MARK.moment ? (timestamp as number) : null,
      active: (mark & MARK.live) !== 0,
    };
  }
}
