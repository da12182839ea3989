import type Database from 'better-sqlite3';
import { withoutSummary } from '../../../src/sample/operations/carriers.ts';

/** Which dashboard: each counts other rows, under the checkpoint version of the same number. */
export type Generation = 1 | 2 | 3;

/** A row of `messages`, as far as a dashboard looks at it. */
export interface SeenRow {
  readonly id: number;
  readonly role: string;
  readonly content: string | null;
  readonly timestamp: unknown;
  readonly tool_call_id: string | null;
  readonly tool_calls: string | null;
  readonly tool_name: string | null;
  readonly active: number;
  readonly compacted: number;
  readonly message_uid: string | null;
  readonly display_kind: string | null;
}

export function rowsOf(database: Database.Database, sessionId: string): SeenRow[] {
  const columns =
    'id, role, content, timestamp, tool_call_id, tool_calls, tool_name, active, compacted, message_uid, display_kind';
  return database
    .prepare<[string], SeenRow>(`SELECT ${columns} FROM messages WHERE session_id = ? ORDER BY id`)
    .all(sessionId);
}

/** The rows that a dashboard counts, of all that a session has. */
export function countedRows(rows: readonly SeenRow[], generation: Generation): SeenRow[] {
  if (generation === 1) return rows.filter(({ active }) => active === 1);
  if (generation === 3) return greatestOfEach(rows, ({ message_uid }) => message_uid);
  const visible = rows.filter(({ active, compacted }) => active === 1 || compacted === 1);
  // The live one wins, else the latest: sorting puts it last. What counts stands at the first one's place.
  const first = new Map<string, number>();
  for (const row of visible) if (!first.has(displayKey(row))) first.set(displayKey(row), row.id);
  const winners = new Map(
    visible.toSorted((a, b) => a.active - b.active || a.id - b.id).map((r) => [displayKey(r), r]),
  );
  return [...first.keys()].map((key) => winners.get(key) as SeenRow);
}

function greatestOfEach(rows: readonly SeenRow[], keyOf: (row: SeenRow) => string | null): SeenRow[] {
  const last = new Map<string, number>();
  for (const row of rows) if (keyOf(row)) last.set(keyOf(row) as string, row.id);
  return rows.filter((row) => !keyOf(row) || last.get(keyOf(row) as string) === row.id);
}

function displayKey({ role, content, timestamp, tool_call_id, tool_calls, tool_name }: SeenRow): string {
  const said = role === 'user' && content !== null ? withoutSummary(content) || content : content;
  return JSON.stringify([role, said, timestamp, tool_call_id, tool_calls, tool_name]);
}

/** What stands in place of a title that was never given; empty where there is nothing to say. */
export function previewOf(rows: readonly SeenRow[]): string {
  const asked = rows
    .filter(
      ({ role, content, display_kind }) => role === 'user' && content !== null && display_kind !== 'hidden',
    )
    .toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp) || a.id - b.id);
  for (const { content } of asked) {
    const text = (content as string).split('\0', 1)[0] as string;
    const said = withoutSummary(text);
    if (said === text || said !== '') return inOneLine(said);
  }
  return '';
}

function inOneLine(text: string): string {
  const line = [...text]
    .slice(0, 63)
    .join('')
    .trim()
    .replace(/[\r\n]/g, ' ');
  return [...line].length > 60 ? `${[...line].slice(0, 60).join('')}...` : line;
}
