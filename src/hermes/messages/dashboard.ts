import type { Generation } from '../historyMode.ts';
import type { SqlValue } from '../sqlite/drivers/driver.ts';
import { trimText } from '../whiteSpace.ts';
import { besideSummary } from './copies/carrier.ts';
import { digestOf } from './copies/identity.ts';
import type { RowSource } from './lifetime.ts';
import type { Message } from './message.ts';
import { keyOfCell } from './rows/reader.ts';
import type { WholeRow } from './rows/row.ts';

/** What the user's own dashboard counts of a session, by its generation (counting.md, "dashboard"). */
export function dashboardMessages(source: RowSource, generation: Generation): Generator<Message, void, void> {
  if (generation === 1) return liveMessages(source);
  return generation === 2 ? displayedMessages(source) : messagesByUid(source);
}

function* liveMessages(source: RowSource): Generator<Message, void, void> {
  for (const row of source.rows()) if (row.isLive) yield asDashboard(row);
}

/** Of the rows with a uid the last; rows without one all. */
function* messagesByUid(source: RowSource): Generator<Message, void, void> {
  const last = new Map<string, number>();
  for (const { uid, id } of source.rows()) if (uid !== '') last.set(uid, id);
  for (const row of source.rows()) if (row.uid === '' || last.get(row.uid) === row.id) yield asDashboard(row);
}

/** Rows that Hermes displays as one. */
interface Displayed {
  /** The first of them. */
  readonly place: number;
  /** The live one, else the last. */
  shown: number;
  isLive: boolean;
}

/** Hermes' display history: what is live or was compacted, equal rows as one. */
function* displayedMessages(source: RowSource): Generator<Message, void, void> {
  const byKey = new Map<string, Displayed>();
  const places = new Map<number, Displayed>();
  for (const row of source.rows()) {
    if (!row.isLive && !row.isCompacted) continue;
    const key = displayKey(row, source.storedTimestamp);
    const group = byKey.get(key);
    if (group === undefined) {
      const fresh = { place: row.id, shown: row.id, isLive: row.isLive };
      byKey.set(key, fresh);
      places.set(row.id, fresh);
    } else if (row.isLive || !group.isLive) {
      group.shown = row.id;
      group.isLive = row.isLive;
    }
  }
  for (const row of source.rows()) {
    const group = places.get(row.id);
    if (group) yield asDashboard(group.shown === row.id ? row : source.row(group.shown));
  }
}

/** As stored, but for what a user said beside a summary: that stands for the whole. */
function displayKey(row: WholeRow, storedTimestamp: (id: number) => string): string {
  const { role, toolCallId, toolCalls, toolName, content } = row.cells;
  const cells = [role, toolCallId, toolCalls, toolName].map(keyOfCell);
  const time = row.timestamp ?? storedTimestamp(row.id);
  const lengths = cells.map(({ length }) => length).join(':');
  return digestOf(`${lengths}:${cells.join('')}${time}\0`, contentKey(row, content));
}

function contentKey(row: WholeRow, content: SqlValue): Uint8Array {
  if (row.role === 'user' && row.mayCarry && !row.isStructured) {
    const rest = trimText(besideSummary(Buffer.from(row.text).toString()) ?? '');
    if (rest !== '') return Buffer.from(`string:${rest}`);
  }
  if (content instanceof Uint8Array) return Buffer.concat([Buffer.from('string:'), content]);
  return Buffer.from(keyOfCell(content));
}

function asDashboard(row: WholeRow): Message {
  return row.dashboardNames === row.callNames ? row : { ...row, callNames: row.dashboardNames };
}
