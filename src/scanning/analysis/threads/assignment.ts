import type { SessionRecord } from '../../../archive/session/record.ts';
import type { RowDigest, SessionRows } from '../../../hermes/changes/digest.ts';
import type { SessionHeader } from '../../../hermes/sessions/header.ts';
import type { Descent } from '../../changes/descent.ts';

/** A session to be analysed. */
export interface Assignment {
  readonly id: string;
  /** How many rows it has, to share out the work by. */
  readonly rows: number;
  /** How many rows of other sessions may stand among its own, at most; undefined where that was not looked at. */
  readonly others: number | undefined;
  /** Where it comes from, by what the scan's look saw of its parent. */
  readonly descent: Descent;
  /** What is known of it from an earlier analysis. */
  readonly known: SessionRecord | undefined;
  /** Where counting it stopped then, to go on from; its owner checks it. Absent for most: only long ones have one. */
  readonly bookmark?: unknown;
  /** What the scan's look at the database saw of it. */
  readonly sighting?: Sighting;
}

/** What was seen of a session. It need not be read again as long as the data version stays. */
export interface Sighting {
  readonly dataVersion: number;
  readonly header: SessionHeader;
  /** All its rows, or those that were appended to the ones known, which have stayed as they were. */
  readonly rows: { readonly all: SessionRows } | { readonly appended: RowDigest };
}

/**
 * The same for a thread with another connection, whose data versions are other numbers.
 * @param dataVersion what it says where this one has the sighting's; undefined where that is not known
 */
export function forOtherThread(
  { sighting, ...unseen }: Assignment,
  dataVersion: number | undefined,
): Assignment {
  return sighting && dataVersion !== undefined
    ? { ...unseen, sighting: { ...sighting, dataVersion } }
    : unseen;
}
