import { BEFORE_ALL_IDS, type RowDigest, type SessionRows } from '../../changes/digest.ts';
import type { Generation } from '../../historyMode.ts';
import { isMoment } from '../../sessions/moments.ts';
import type { Schema } from '../../sessions/schema.ts';
import { textOf } from '../../sqlite/cell.ts';
import type { DatabaseConnection } from '../../sqlite/connection.ts';
import type { SqlRow, SqlValue } from '../../sqlite/drivers/driver.ts';
import { UNPLANNED } from '../../sqlite/unplanned.ts';
import { NO_CALLS, readToolCalls, type ToolCalls } from '../calls/toolCalls.ts';
import { mayCarrySummary } from '../copies/carrier.ts';
import { isStructured, TextReader } from '../text.ts';
import { LONG_CALLS_QUERY, longTextQuery, MARK, oneRow, rowQuery, rowWalk } from './query.ts';
import type { Row, WholeRow } from './row.ts';

export interface RowRange {
  /** Read on after this id; from the beginning without it. */
  readonly afterId?: number;
  /** The session's rows, if they are known: where they lie close to each other they are walked over. */
  readonly rows?: SessionRows;
  /** At most so many rows of other sessions stand among them; as many as there is room for, unless it is given. */
  readonly others?: number | undefined;
}

/** Passing over a row of another session costs less than seeking one's own, up to about so many for each. */
const OTHERS_PASSED_PER_ROW = 1;
/** Missing rows cost nothing but the batches that come back empty. */
const IDS_PER_ROW = 8;
/** Rows handed over at once cost less than one by one; long texts and calls are not among them. */
const IDS_A_BATCH = 64;

/** One way to read rows: all at once by id, by a walk over the table, or one. */
interface Queries {
  readonly sought: string;
  readonly walked: string;
  readonly one: string;
}

/** The rows of one session, by id. Nothing is held back but a few rows of bounded length. */
export class RowReader {
  readonly #connection: DatabaseConnection;
  /** Few columns, for each costs time. */
  readonly #plain: Queries;
  readonly #whole: Queries;
  readonly #longText: string;
  readonly #toolCallId: string;
  readonly #text = new TextReader();
  readonly #storedAsUtf8: boolean;
  /** Short texts are handed over as strings, so what comes as bytes is a BLOB. */
  readonly #textAsString: boolean;
  #repairs = 0;

  /** @param wholeText the driver hands out strings with the NULs in them */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    this.#storedAsUtf8 = !schema.utf16;
    this.#textAsString = wholeText || schema.utf16;
    this.#longText = longTextQuery(schema);
    this.#toolCallId = `SELECT ${schema.read('messages', 'tool_call_id')} FROM messages WHERE id = ?`;
    const queries = (further: readonly string[]): Queries => ({
      sought: rowQuery(schema, { wholeText, further }),
      walked: rowWalk(schema, { wholeText, further }),
      one: oneRow(schema, { wholeText, further }),
    });
    const column = (name: string) => `${schema.read('messages', name)} AS ${name}`;
    const uid = schema.has('messages', 'message_uid') ? [column('message_uid')] : [];
    this.#plain = queries(uid);
    this.#whole = queries([column('message_uid'), 'messages.role AS role', column('tool_call_id')]);
  }

  /** How many rows so far held something that had to be repaired to be read. */
  get repairs(): number {
    return this.#repairs;
  }

  /** Several reads where the rows are known: to be called in a transaction. @throws HermesDatabaseError */
  *rows(sessionId: string, range: RowRange, generation: Generation | null): Generator<Row, void, void> {
    const { afterId = BEFORE_ALL_IDS, rows: known, others } = range;
    const first = Math.max(known?.leastId ?? BEFORE_ALL_IDS, afterId + 1);
    if (!known || !isWorthWalking(first, known.digest, others)) {
      for (const row of this.#connection.iterateById(this.#plain.sought, sessionId, afterId))
        yield this.#plainRow(row, generation);
      return;
    }
    const { maxId } = known.digest;
    for (let from = first; from <= maxId; from += IDS_A_BATCH) {
      const to = Math.min(from + IDS_A_BATCH - 1, maxId);
      for (const row of this.#connection.all(this.#plain.walked, sessionId, from, to))
        yield this.#plainRow(row, generation);
    }
  }

  /** All rows of a session with all that tells copies apart. @throws HermesDatabaseError */
  *wholeRows(
    sessionId: string,
    { rows: known, others }: RowRange,
    generation: Generation | null,
  ): Generator<WholeRow, void, void> {
    if (!known || !isWorthWalking(known.leastId, known.digest, others)) {
      for (const row of this.#connection.iterateById(this.#whole.sought, sessionId, BEFORE_ALL_IDS))
        yield this.#wholeRow(row, generation);
      return;
    }
    const { maxId } = known.digest;
    for (let from = known.leastId; from <= maxId; from += IDS_A_BATCH) {
      const to = Math.min(from + IDS_A_BATCH - 1, maxId);
      for (const row of this.#connection.all(this.#whole.walked, sessionId, from, to))
        yield this.#wholeRow(row, generation);
    }
  }

  /** One row that is there. @throws HermesDatabaseError */
  wholeRow(id: number, generation: Generation | null): WholeRow {
    return this.#wholeRow(this.#connection.get(this.#whole.one, id)!, generation);
  }

  /** A row's timestamp, valid or not, as a text that is the same for equal ones only. @throws HermesDatabaseError */
  storedTimestamp(id: number): string {
    return keyOfCell(this.#connection.get(TIMESTAMP_QUERY, id)?.[0] ?? null);
  }

  /** The valid timestamps that more than one row of a session has; read from an index. @throws HermesDatabaseError */
  repeatedTimestamps(sessionId: string): Set<number> {
    return new Set(this.#connection.all(REPEATED_QUERY, sessionId).map(([timestamp]) => timestamp as number));
  }

  /** A row's `tool_call_id`, empty without one. @throws HermesDatabaseError */
  toolCallId(id: number): string {
    return textOf(this.#connection.get(this.#toolCallId, id)?.[0]) ?? '';
  }

  #plainRow(cells: SqlRow, generation: Generation | null): Row {
    const id = cells[0] as number;
    const mark = cells[1] as number;
    const toolCalls = mark & MARK.longCalls ? this.#longCalls(id) : cells[4];
    const calls = toolCalls ? readToolCalls(textOf(toolCalls) ?? '') : NO_CALLS;
    return this.#row(cells, mark, mark & MARK.long ? this.#longContent(id) : cells[2], calls, generation);
  }

  #wholeRow(cells: SqlRow, generation: Generation | null): WholeRow {
    const id = cells[0] as number;
    const mark = cells[1] as number;
    const [role = null, toolCallId = null] = cells.slice(7);
    const content = (mark & MARK.long ? this.#longContent(id) : cells[2]) ?? null;
    const toolCalls = (mark & MARK.longCalls ? this.#longCalls(id) : cells[4]) ?? null;
    const calls = toolCalls ? readToolCalls(textOf(toolCalls) ?? '') : NO_CALLS;
    return {
      ...this.#row(cells, mark, content, calls, generation),
      role: textOf(role) ?? '',
      toolCallId: textOf(toolCallId) ?? '',
      isCompacted: (mark & MARK.compacted) !== 0,
      callCount: calls.count,
      codePoints: this.#text.codePoints,
      isStructured: isStructured(content),
      cells: { role, content, toolCallId, toolCalls, toolName: cells[3] ?? null },
    };
  }

  #row(
    cells: SqlRow,
    mark: number,
    content: SqlValue | undefined,
    calls: ToolCalls,
    generation: Generation | null,
  ): Row {
    const id = cells[0] as number;
    const toolName = cells[3];
    const uid = cells[6];
    const isResult = (mark & MARK.result) !== 0;
    const isMarked = (mark & MARK.summary) !== 0;
    const text = this.#textOf(id, content);
    const repaired =
      this.#text.damaged ||
      (mark & MARK.moment) === 0 ||
      (mark & MARK.blob) !== 0 ||
      (this.#textAsString && content instanceof Uint8Array && (mark & MARK.long) === 0) ||
      (mark & MARK.role) === 0 ||
      (toolName !== null && typeof toolName !== 'string');
    if (repaired) this.#repairs += 1;
    return {
      id,
      timestamp: mark & MARK.moment ? (cells[5] as number) : null,
      isResult,
      text,
      toolName: textOf(toolName) ?? '',
      callNames: calls.names,
      dashboardNames: dashboardNames(calls, generation),
      callsJson: calls.json,
      namesAlike: calls.names === calls.stored && calls.names === calls.listed,
      isLive: (mark & MARK.live) !== 0,
      isMarked,
      mayCarry: isMarked || (!isResult && mayCarry(content)),
      isDamaged: this.#text.damaged,
      uid: uid ? (textOf(uid) ?? '') : '',
    };
  }

  #textOf(id: number, content: SqlValue | undefined): Uint8Array {
    if (content instanceof Uint8Array) return this.#text.fromBytes(content);
    const string = textOf(content) ?? '';
    const text = this.#text.fromString(string);
    // Only text beyond ASCII can be damaged, and where it is, the driver put U+FFFD.
    if (text.length === string.length || !this.#storedAsUtf8 || !string.includes('\ufffd')) return text;
    const bytes = this.#longContent(id);
    return bytes instanceof Uint8Array ? this.#text.fromBytes(bytes) : text;
  }

  #longContent(id: number): SqlValue | undefined {
    return this.#connection.get(this.#longText, id)?.[0];
  }

  #longCalls(id: number): SqlValue | undefined {
    return this.#connection.get(LONG_CALLS_QUERY, id)?.[0];
  }
}

const REPEATED_QUERY = `SELECT CAST(timestamp AS REAL) FROM messages
  WHERE session_id = ${UNPLANNED} AND ${isMoment('timestamp')} GROUP BY timestamp HAVING count(*) > 1`;

const TIMESTAMP_QUERY = `SELECT CASE WHEN typeof(timestamp) = 'integer' THEN CAST(timestamp AS REAL) ELSE timestamp END
  FROM messages WHERE id = ?`;

/** A cell as a text that is the same for equal values only; NULL equals NULL. */
export function keyOfCell(value: SqlValue): string {
  if (value === null) return 'n';
  return value instanceof Uint8Array
    ? `b${Buffer.from(value).toString('latin1')}`
    : `${typeof value}:${value}`;
}

function dashboardNames(calls: ToolCalls, generation: Generation | null): readonly string[] {
  if (generation === null) return calls.names;
  return generation === 3 ? calls.stored : calls.listed;
}

function mayCarry(content: SqlValue | undefined): boolean {
  return (typeof content === 'string' || content instanceof Uint8Array) && mayCarrySummary(content);
}

/** Seeking goes through all rows of the session in an index, however few are wanted. */
function isWorthWalking(first: number, { total, maxId }: RowDigest, others = Infinity): boolean {
  const isExact = Number.isSafeInteger(first) && Number.isSafeInteger(maxId);
  const ids = maxId - first + 1;
  const passed = Math.min(others, ids - total);
  return isExact && passed <= total * OTHERS_PASSED_PER_ROW && ids <= total * IDS_PER_ROW;
}
