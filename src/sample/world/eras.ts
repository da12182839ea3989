import type { Version } from '../operations/hermes.ts';

/** What the Hermes of a moment could do, beside what shows in rewritten rows. */
export interface Era extends Version {
  /** Which models were used for what is noted in a table of its own. */
  readonly keepsAccounts: boolean;
  /** Where a session came from, how it was titled and when it was last active are noted. */
  readonly notesOrigin: boolean;
  /** Tools that the model was not told of are called through `tool_call`. */
  readonly bridgesCalls: boolean;
  /** Old results are cleared before the context window is full. */
  readonly prunes: boolean;
  /** Summaries begin as they do today. */
  readonly longPrefix: boolean;
  /** Branches say what they branched from; before, their origin ended as `branched`. */
  readonly marksBranches: boolean;
  /** The rows of a branch keep their times. */
  readonly keepsTimes: boolean;
}

/** From which part of the sample's year on Hermes could do something: its user updated now and then. */
const SINCE: Readonly<Record<keyof Era, number>> = {
  keepsTimes: 0.12,
  keepsAccounts: 0.15,
  hidesTakenBack: 0.25,
  longPrefix: 0.3,
  marksBranches: 0.35,
  notesOrigin: 0.4,
  messageUids: 0.5,
  bridgesCalls: 0.6,
  marksSummaries: 0.65,
  prunes: 0.7,
  hidesTail: 0.75,
  notesDisplay: 0.88,
};

/** @param moment The part of the history's span that lies before it. */
export function eraAt(moment: number): Era {
  return Object.fromEntries(
    Object.entries(SINCE).map(([what, since]) => [what, moment >= since]),
  ) as unknown as Era;
}
