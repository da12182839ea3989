import { type CheckpointEntry, fingerprintOf } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import type { MessageQuery } from '../hermes/messages.ts';
import type { RowDigest } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import { completeSession, type SessionHeader } from '../hermes/sessionHeader.ts';
import { newSessionCounter } from '../metrics/newSessionCounter.ts';
import type { SessionCounter } from '../metrics/sessionCounter.ts';
import type { Assignment } from './assignment.ts';
import { bookmarkIn } from './bookmark.ts';
import type { CancelFlag } from './cancelFlag.ts';

/** Less text is counted again in ten milliseconds, which nobody notices; a bookmark takes memory for good. */
const BOOKMARK_BYTES = 2 * 1024 * 1024;

/** What came of one session. */
export interface Analysis {
  readonly id: string;
  readonly entry: CheckpointEntry;
  readonly archived: boolean;
  /** Messages that were read, which is fewer than there are after going on from a bookmark. */
  readonly messagesRead: number;
  /** Rows that were skipped or repaired while reading. */
  readonly repaired: number;
}

/**
 * Counts one session, from where its bookmark ends if the rows up to there are untouched, else from the start. All of
 * it is read in one transaction, so that figures, digest and fingerprint speak of the same moment.
 * @returns undefined when the session does not exist (any more)
 * @throws ScanCancelled, HermesDatabaseError
 */
export function analyseSession(
  database: SessionDatabase,
  { id, known }: Assignment,
  mode: HistoryMode,
  cancel: CancelFlag,
): Analysis | undefined {
  return database.inOneTransaction(() => {
    const header = database.header(id);
    if (!header) return undefined;
    const { digest: rows, extent } = database.rowsOf(id);
    const counting = startCounting(database, id, rows, known, mode);
    const read = countMessages(database, id, counting, { mode, afterId: counting.afterId, extent }, cancel);
    const session = sessionOf(database, header, rows);
    return {
      id,
      archived: header.archived,
      entry: entryOf(session, header, rows, mode, counting, read.bytes),
      ...read,
    };
  });
}

/** The session with its display title, for which an untitled one's first message is read. */
export function sessionOf(database: SessionDatabase, header: SessionHeader, rows: RowDigest): Session {
  return completeSession(header, rows, () => database.preview(header.id));
}

interface Counting {
  readonly live: SessionCounter;
  /** Counts compacted rows too; the same counter as `live` where there are none. */
  readonly lifetime: SessionCounter;
  readonly afterId: number;
  /** There was a bookmark: the session is large enough for one. */
  readonly resumed: boolean;
}

function startCounting(
  database: SessionDatabase,
  id: string,
  rows: RowDigest,
  known: CheckpointEntry | undefined,
  mode: HistoryMode,
): Counting {
  const bookmark =
    known?.vscode && isAppended(database, id, known.vscode.digest, rows, mode)
      ? bookmarkIn(known)
      : undefined;
  if (known?.vscode && bookmark) {
    const live = newSessionCounter(bookmark.live);
    const lifetime = bookmark.lifetime ? newSessionCounter(bookmark.lifetime) : live;
    return { live, lifetime, afterId: known.vscode.digest.maxId, resumed: true };
  }
  const live = newSessionCounter();
  const lifetime = needsTwoCounters(rows, mode) ? newSessionCounter() : live;
  return { live, lifetime, afterId: 0, resumed: false };
}

function needsTwoCounters(rows: RowDigest, mode: HistoryMode): boolean {
  return mode === 'lifetime' && rows.active !== rows.total;
}

/** True when all rows that were there are there still, as active as they were, and all others came after them. */
function isAppended(
  database: SessionDatabase,
  id: string,
  before: RowDigest,
  now: RowDigest,
  mode: HistoryMode,
): boolean {
  if (needsTwoCounters(before, mode) !== needsTwoCounters(now, mode)) return false;
  const added = database.digestOf(id, before.maxId);
  return (
    before.total + added.total === now.total &&
    before.active + added.active === now.active &&
    before.activeIdSum + added.activeIdSum === now.activeIdSum
  );
}

function countMessages(
  database: SessionDatabase,
  id: string,
  { live, lifetime }: Counting,
  query: MessageQuery,
  cancel: CancelFlag,
): { messagesRead: number; bytes: number; repaired: number } {
  const read = { messagesRead: 0, bytes: 0, repaired: 0 };
  const repairsBefore = database.repairs;
  for (const message of database.messages(id, query)) {
    cancel.throwIfRaised();
    read.messagesRead++;
    read.bytes += message.text.length;
    if (message.active) live.add(message);
    if (lifetime !== live) lifetime.add(message);
  }
  read.repaired = database.repairs - repairsBefore;
  return read;
}

function entryOf(
  session: Session,
  header: SessionHeader,
  digest: RowDigest,
  mode: HistoryMode,
  { live, lifetime, resumed }: Counting,
  bytes: number,
): CheckpointEntry {
  const knowsLifetime = mode === 'lifetime' || digest.active === digest.total;
  const twoCounters = lifetime !== live;
  const resume =
    resumed || bytes >= BOOKMARK_BYTES
      ? { live: live.freeze(), ...(twoCounters ? { lifetime: lifetime.freeze() } : {}) }
      : undefined;
  return {
    fingerprint: fingerprintOf(session),
    stats: live.stats(session),
    vscode: {
      digest,
      titled: Boolean(header.title),
      modes: knowsLifetime ? ['dashboard', 'lifetime'] : ['dashboard'],
      ...(twoCounters ? { lifetime: lifetime.stats(session) } : {}),
      ...(resume ? { resume } : {}),
    },
  };
}
