import { type CheckpointEntry, fingerprintOf } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import type { MessageQuery } from '../hermes/messages.ts';
import { BEFORE_ALL_IDS, type RowDigest, type SessionRows, withAppended } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import { completeSession, type SessionHeader } from '../hermes/sessionHeader.ts';
import { newSessionCounter } from '../metrics/newSessionCounter.ts';
import type { SessionCounter } from '../metrics/sessionCounter.ts';
import type { Assignment, Sighting } from './assignment.ts';
import { bookmarkIn } from './bookmark.ts';
import type { CancelFlag } from './cancelFlag.ts';

/** Less text is counted again in ten milliseconds, which nobody notices; a bookmark takes memory for good. */
const BOOKMARK_BYTES = 2 * 1024 * 1024;

/** What came of one session. */
export interface Analysis {
  readonly id: string;
  readonly entry: CheckpointEntry;
  readonly archived: boolean;
  /** The session was as the scan's look had seen it. */
  readonly asSeen: boolean;
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
  { id, known, others, sighting }: Assignment,
  mode: HistoryMode,
  cancel: CancelFlag,
): Analysis | undefined {
  return database.inOneTransaction((dataVersion) => {
    const seen = sighting?.dataVersion === dataVersion ? sighting : undefined;
    const header = seen?.header ?? database.header(id);
    if (!header) return undefined;
    const { rows, ...counting } = startCounting(database, id, known, seen, mode);
    const query = { mode, afterId: counting.afterId, rows, others };
    const read = countMessages(database, id, counting, query, cancel);
    const session = sessionOf(database, header, rows.digest);
    return {
      id,
      archived: header.archived,
      asSeen: seen !== undefined,
      entry: entryOf(session, header, rows.digest, mode, counting, read.bytes),
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
  known: CheckpointEntry | undefined,
  seen: Sighting | undefined,
  mode: HistoryMode,
): Counting & { readonly rows: SessionRows } {
  const before = known?.vscode?.resume === undefined ? undefined : known.vscode.digest;
  const rows = rowsNow(database, id, before, seen);
  const bookmark =
    known && before && isAppended(before, rowsAfter(database, id, before, seen), rows.digest, mode)
      ? bookmarkIn(known)
      : undefined;
  if (before && bookmark) {
    const live = newSessionCounter(bookmark.live);
    const lifetime = bookmark.lifetime ? newSessionCounter(bookmark.lifetime) : live;
    return { rows, live, lifetime, afterId: before.maxId, resumed: true };
  }
  const live = newSessionCounter();
  const lifetime = needsTwoCounters(rows.digest, mode) ? newSessionCounter() : live;
  return { rows, live, lifetime, afterId: BEFORE_ALL_IDS, resumed: false };
}

/** Of a long session only what was appended is looked at, where that is known to be all that happened. */
function rowsNow(
  database: SessionDatabase,
  id: string,
  before: RowDigest | undefined,
  seen: Sighting | undefined,
): SessionRows {
  if (seen && 'all' in seen.rows) return seen.rows.all;
  // Where the rows begin is not known then, nor is it asked for when they are gone on with.
  if (seen && before)
    return { digest: withAppended(before, rowsAfter(database, id, before, seen)), leastId: BEFORE_ALL_IDS };
  return database.rowsOf(id);
}

/** What came after the rows that were there before. */
function rowsAfter(
  database: SessionDatabase,
  id: string,
  before: RowDigest,
  seen: Sighting | undefined,
): RowDigest {
  return seen && 'appended' in seen.rows ? seen.rows.appended : database.digestOf(id, before.maxId);
}

function needsTwoCounters(rows: RowDigest, mode: HistoryMode): boolean {
  return mode === 'lifetime' && rows.active !== rows.total;
}

/** True when all rows that were there are there still, as active as they were, and all others came after them. */
function isAppended(before: RowDigest, after: RowDigest, now: RowDigest, mode: HistoryMode): boolean {
  const { total, active, mark } = withAppended(before, after);
  return (
    needsTwoCounters(before, mode) === needsTwoCounters(now, mode) &&
    total === now.total &&
    active === now.active &&
    mark === now.mark
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
