import { createHash, hash } from 'node:crypto';
import { parseJson } from '../../json/parse.ts';
import { JsonNumber, type JsonValue } from '../../json/value.ts';
import { textOf } from '../../sqlite/cell.ts';
import { trimBytes } from '../../whiteSpace.ts';
import { type Call, callName, callsIn, isTrue, printedName } from '../calls/toolCalls.ts';
import { usualCallIds } from '../calls/usualForm.ts';
import type { WholeRow } from '../rows/row.ts';

/** What a row must have in common with its copies. */
export interface Identity {
  /** Of fixed length; equal for rows of equal role, text, calls, `tool_call_id` and `tool_name`. */
  readonly key: string;
  /** Equal for rows of the same stored timestamp, valid or not. */
  readonly time: number | string;
  /** Empty without one. */
  readonly uid: string;
  /** Code points of a tool's answer to a call with an id, whose text is not compared; -1 for any other row. */
  readonly length: number;
}

const HASH = 'sha1';
const NOTHING = new Uint8Array(0);
/** Longer texts are not copied to be hashed together with the rest. */
const COPIED_BYTES = 32 * 1024;
const copied = Buffer.alloc(COPIED_BYTES);

/** @param storedTimestamp reads a timestamp that is not valid */
export function identityOf(row: WholeRow, storedTimestamp: (rowId: number) => string): Identity {
  const { role, toolName, toolCallId, uid, isResult } = row;
  const isAnswer = isResult && toolCallId !== '';
  const text = row.isDamaged ? Buffer.from(Buffer.from(row.text).toString()) : row.text;
  const rest = `${role.length}:${role}${toolCallId.length}:${toolCallId}${toolName.length}:${toolName}${callsKey(row)}\0`;
  return {
    key: digestOf(rest, isAnswer ? NOTHING : trimBytes(text)),
    time: row.timestamp ?? storedTimestamp(row.id),
    uid,
    length: isAnswer ? (row.codePoints ?? codePointsIn(text)) : -1,
  };
}

/** A digest of a text and bytes, 20 characters of one byte each. */
export function digestOf(text: string, bytes: Uint8Array): string {
  if (text.length * 3 + bytes.length > COPIED_BYTES)
    return createHash(HASH).update(text).update(bytes).digest('binary');
  const start = copied.write(text);
  copied.set(bytes, start);
  return hash(HASH, copied.subarray(0, start + bytes.length), 'binary');
}

/** Equal for equal calls: by their ids and names, or where one has no id, by all that is stored of them. */
function callsKey({ callCount, cells }: WholeRow): string {
  if (callCount === 0) return '';
  const cell = textOf(cells.toolCalls) ?? '';
  const usual = usualCallIds(cell);
  if (usual) return JSON.stringify(usual);
  const value = parseJson(cell);
  const calls = value === undefined ? [] : callsIn(value);
  const named = calls.map((call) => [idOf(call), callName(call) ?? '']);
  return named.every(([id]) => id !== null) ? JSON.stringify(named) : `=${canonical(calls)}`;
}

function idOf(call: Call): string | null {
  for (const key of ['id', 'call_id']) {
    const id = call.get(key);
    if (id !== undefined && isTrue(id)) return printedName(id) ?? canonical(id);
  }
  return null;
}

/** The same text for equal JSON values: keys sorted, numbers by value. Not by recursion: nesting has no limit. */
function canonical(root: JsonValue | readonly Call[]): string {
  const parts: string[] = [];
  const pending: (JsonValue | Call | { readonly text: string })[] = [root as JsonValue];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next instanceof JsonNumber) parts.push(String(Number(next.text)));
    else if (Array.isArray(next)) {
      pending.push({ text: ']' });
      for (let index = next.length - 1; index >= 0; index--) pending.push(next[index]!);
      pending.push({ text: '[' });
    } else if (next instanceof Map) {
      pending.push({ text: '}' });
      for (const [key, value] of [...next].sort(byKey)) pending.push(value, { text: JSON.stringify(key) });
      pending.push({ text: '{' });
    } else if (typeof next === 'object' && next !== null) parts.push((next as { text: string }).text);
    else parts.push(JSON.stringify(next));
    parts.push(' ');
  }
  return parts.join('');
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}

function codePointsIn(text: Uint8Array): number {
  let count = 0;
  for (const byte of text) if ((byte & 0xc0) !== 0x80) count++;
  return count;
}
