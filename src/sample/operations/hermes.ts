import type { HermesDatabase } from '../database/hermesDatabase.ts';
import type { Random } from '../random.ts';

/** What Hermes learned in the course of time, as far as it shows in the rows that it leaves. */
export interface Version {
  /** Messages have a lasting name of their own. */
  readonly messageUids: boolean;
  /** What takes back or tries again hides rows; before, it deleted them. */
  readonly hidesTakenBack: boolean;
  /** Compaction leaves the originals of the tail 0/0; before, 0/1 like all the others (until PR #99545). */
  readonly hidesTail: boolean;
  /** Summaries are marked in a column. */
  readonly marksSummaries: boolean;
  /** What the display shows of a session is noted in the rows. */
  readonly notesDisplay: boolean;
}

export const TODAY: Version = {
  messageUids: true,
  hidesTakenBack: true,
  hidesTail: true,
  marksSummaries: true,
  notesDisplay: true,
};

export const LONG_AGO: Version = {
  messageUids: false,
  hidesTakenBack: false,
  hidesTail: false,
  marksSummaries: false,
  notesDisplay: false,
};

/** A Hermes at work on a history: what every operation needs. */
export interface Hermes {
  readonly database: HermesDatabase;
  /** Where uids and ids come from. */
  readonly random: Random;
  readonly version: Version;
}
