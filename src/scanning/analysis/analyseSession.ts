import type { SessionRecord } from '../../archive/session/record.ts';
import {
  BEFORE_ALL_IDS,
  type RowDigest,
  type SessionRows,
  sameRows,
  withAppended,
} from '../../hermes/changes/digest.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import { validMoment } from '../../hermes/sessions/moments.ts';
import { COUNTING_RULES } from '../../metrics/countingRules.ts';
import type { Descent } from '../changes/descent.ts';
import type { CancelFlag } from '../worker/cancelFlag.ts';
import { type Bookmark, bookmarkFrom } from './bookmark.ts';
import { type CountedSession, countSession, resumeCounting, type SessionToCount } from './countSession.ts';
import { factsOf, sessionOf } from './facts.ts';
import type { Assignment, Sighting } from './threads/assignment.ts';

/** Less text is counted again in ten milliseconds, which nobody notices; a bookmark takes memory for good. */
const BOOKMARK_BYTES = 2 * 1024 * 1024;

/** Rows of a session that are older than its start by more than this were there before it. */
const CARRIED_SECONDS = 1;

/** What came of one session. */
export interface Analysis {
  readonly id: string;
  readonly record: SessionRecord;
  /** Where counting stopped, plain JSON; null for a session that is counted again as fast. */
  readonly bookmark: Bookmark | null;
  /** The session was as the scan's look had seen it. */
  readonly asSeen: boolean;
  /** Rows that were read, which is fewer than there are after going on from a bookmark. */
  readonly messagesRead: number;
  /** Rows that were skipped or repaired while reading. */
  readonly repaired: number;
}

/**
 * Counts one session, from where its bookmark ends if the rows up to there are untouched, else from the start. All of
 * it is read in one transaction, so that figures, digest and facts speak of the same moment.
 * @param generation the dashboard to count for beside `lifetime`; null in that mode
 * @returns undefined when the session does not exist (any more)
 * @throws ScanCancelled, HermesDatabaseError
 */
export function analyseSession(
  database: SessionDatabase,
  assignment: Assignment,
  generation: Generation | null,
  cancel: CancelFlag,
): Analysis | undefined {
  const { id, others, descent, sighting } = assignment;
  return database.readSession(id, (dataVersion) => {
    const seen = sighting?.dataVersion === dataVersion ? sighting : undefined;
    const header = seen?.header ?? database.header(id);
    if (!header) return undefined;
    const startedAt = validMoment(header.startedAt);
    const carriedBefore = carriedBeforeOf(startedAt, descent);
    const stop = lastStop(assignment, startedAt, carriedBefore, generation);
    const rows = rowsNow(database, id, stop?.rows, seen);
    const session: SessionToCount = {
      id,
      startedAt,
      carriedBefore,
      range: { rows, others },
      isLive: rows.digest.active === rows.digest.total,
      generation,
    };
    const resumed = stop && resume(database, session, stop, rows.digest, seen, cancel);
    const counted = resumed ?? countSession(database, session, cancel);
    const isLong = resumed !== undefined || counted.bytes >= BOOKMARK_BYTES;
    return {
      id,
      record: recordOf(database, header, rows.digest, descent, counted),
      bookmark: isLong ? counted.tallies.freeze(carriedBefore) : null,
      asSeen: seen !== undefined,
      messagesRead: counted.rowsRead,
      repaired: counted.repaired,
    };
  });
}

/** What a session carries over from its parent was counted there; a delegate's rows are its own, whatever their time. */
function carriedBeforeOf(startedAt: number | null, { kind, hasParent }: Descent): number {
  if (!hasParent || kind === 'delegate' || startedAt === null) return -Infinity;
  return startedAt - CARRIED_SECONDS;
}

/** Where counting stopped the last time. */
interface Stop {
  /** What the rows looked like there. */
  readonly rows: RowDigest;
  readonly bookmark: Bookmark;
}

/** Undefined where it stopped nowhere, or what decides which rows count has changed. */
function lastStop(
  { known, bookmark }: Assignment,
  startedAt: number | null,
  carriedBefore: number,
  generation: Generation | null,
): Stop | undefined {
  if (!known?.rows || bookmark === undefined || bookmark === null) return undefined;
  const stop = bookmarkFrom(bookmark);
  const isSame =
    stop?.startedAt === startedAt &&
    (stop.carriedBefore ?? -Infinity) === carriedBefore &&
    stop.generation === generation;
  return isSame ? { rows: known.rows, bookmark: stop } : undefined;
}

function resume(
  database: SessionDatabase,
  session: SessionToCount,
  { rows: before, bookmark }: Stop,
  now: RowDigest,
  seen: Sighting | undefined,
  cancel: CancelFlag,
): CountedSession | undefined {
  // All rows that were there are there still, as they were, and all others came after them.
  const isAppended = sameRows(withAppended(before, rowsAfter(database, session.id, before, seen)), now);
  return isAppended ? resumeCounting(database, session, bookmark, before.maxId, cancel) : undefined;
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
  return database.digests.rowsOf(id);
}

/** What came after the rows that were there before. */
function rowsAfter(
  database: SessionDatabase,
  id: string,
  before: RowDigest,
  seen: Sighting | undefined,
): RowDigest {
  return seen && 'appended' in seen.rows ? seen.rows.appended : database.digests.of(id, before.maxId);
}

function recordOf(
  database: SessionDatabase,
  header: SessionHeader,
  rows: RowDigest,
  descent: Descent,
  { tallies }: CountedSession,
): SessionRecord {
  const session = sessionOf(database, header, rows);
  return {
    id: header.id,
    rows,
    facts: factsOf(header, session, descent),
    rules: COUNTING_RULES,
    ...tallies.figures(session),
    goneAt: null,
  };
}
