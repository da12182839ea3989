import type { NewMessage, StoredMessage } from '../database/rows.ts';
import { append, appendCopy, recount } from './appending.ts';
import { carrier, carrierWith, type Place, withoutSummary } from './carriers.ts';
import type { Hermes } from './hermes.ts';

export interface Compaction {
  /** What happened in the part that is folded away. */
  readonly summary: string;
  /** Epoch seconds: when it was summed up. */
  readonly now: number;
  /** Where the summary stands; a row of its own if not said, or if the tail begins with no plain text. */
  readonly place?: Place;
  /** Whether it begins as earlier versions began it. */
  readonly legacy?: boolean;
  /** How many live rows at the end stay, at least; 6 if not said. */
  readonly tail?: number;
}

/** The first question and the answer to it stay at the head. */
const HEAD = 2;
const TAIL = 6;

/**
 * In-place compaction: every live row is retired, and head, summary and tail are inserted anew.
 * @returns false if there is nothing to fold away
 */
export function compact(hermes: Hermes, sessionId: string, compaction: Compaction): boolean {
  const { database, version } = hermes;
  return database.transaction(() => {
    const live = database.liveMessages(sessionId);
    const from = tailStart(live, compaction.tail ?? TAIL);
    if (from < HEAD || (from === HEAD && !live.some(carriesSummary))) return false;
    const [before, tail] = [live.slice(0, from), live.slice(from)];
    database.setState(ids(before), 0, 1);
    database.setState(ids(tail), 0, version.hidesTail ? 0 : 1);
    for (const row of live.slice(0, HEAD)) appendWithoutSummary(hermes, row);
    appendSummaryAndTail(hermes, sessionId, tail, compaction);
    recount(hermes, sessionId);
    return true;
  });
}

/**
 * Inserts a summary and what follows it: under the same times and uids, be it in the same session or, after a rotation,
 * in the next one.
 */
export function appendSummaryAndTail(
  hermes: Hermes,
  sessionId: string,
  tail: readonly StoredMessage[],
  { summary, now, place = 'user row', legacy = false }: Compaction,
): void {
  const marked = { _compressed_summary: hermes.version.marksSummaries ? 1 : 0 } as const;
  const to = { session_id: sessionId };
  const [first, ...rest] = tail;
  if ((place === 'before' || place === 'behind') && first && isPlain(first)) {
    const content = carrierWith(withoutSummary(first.content), summary, place, { legacy });
    appendCopy(hermes, first, { ...to, content, ...marked });
    for (const row of rest) appendWithoutSummary(hermes, row, to);
    return;
  }
  const role = place === 'assistant row' ? 'assistant' : 'user';
  append(hermes, { ...to, role, content: carrier(summary, { legacy }), timestamp: now, ...marked });
  for (const row of tail) appendWithoutSummary(hermes, row, to);
}

/** A summary of earlier is dropped, or what it stood around is taken out of it. */
function appendWithoutSummary(hermes: Hermes, row: StoredMessage, changes: Partial<NewMessage> = {}): void {
  const isText = typeof row.content === 'string' && row.role !== 'tool';
  const content = isText ? withoutSummary(row.content) : row.content;
  const nothingLeft = content === '' && row.content !== '' && row.tool_calls === null;
  if (!nothingLeft) appendCopy(hermes, row, { ...changes, content });
}

/** A summary of earlier is something to sum up again, though nothing else may stand between head and tail. */
function carriesSummary({ role, content }: StoredMessage): boolean {
  return role !== 'tool' && typeof content === 'string' && withoutSummary(content) !== content;
}

/** Where the tail begins: never with a result whose call would be folded away. */
export function tailStart(live: readonly StoredMessage[], length: number): number {
  let from = Math.max(0, live.length - length);
  while (from > 0 && live[from]?.role === 'tool') from--;
  return from;
}

function isPlain(row: StoredMessage): row is StoredMessage & { content: string } {
  return row.role !== 'tool' && typeof row.content === 'string' && /^[^\0]/.test(row.content);
}

const ids = (rows: readonly StoredMessage[]): number[] => rows.map(({ id }) => id);
