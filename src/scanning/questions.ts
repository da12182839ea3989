import type { UnlockNews } from '../badges/unlocks/detect.ts';

/** What may be asked of the thread that knows a history; a question starts no scan and waits for none. */
export type Question =
  /** Every unlock and tier-up remembered. */
  | { readonly kind: 'timeline' }
  /** What is remembered though Hermes may have forgotten it. */
  | { readonly kind: 'remembered' }
  /** What a session is called, deleted ones included. */
  | { readonly kind: 'title'; readonly session: string };

/** What is remembered of a history. */
export interface Remembered {
  /** Sessions, those included that Hermes still has. */
  readonly sessions: number;
  /** Of these, sessions that Hermes has deleted. */
  readonly deleted: number;
  /** The share of all tool calls and of all messages that stems from the deleted ones, 0 to 1. */
  readonly deletedShare: number;
  /** Damaged archives that were set aside, by their paths: what is forgotten stands in them still. */
  readonly setAside: readonly string[];
  /** From when on sessions are remembered, epoch seconds; null before the first. */
  readonly since: number | null;
}

interface Answers {
  /** Earliest first. */
  timeline: UnlockNews[];
  remembered: Remembered;
  /** Null for a session that is not known. */
  title: string | null;
}

export type AnswerTo<Asked extends Question> = Answers[Asked['kind']];
export type Answer = Answers[Question['kind']];
