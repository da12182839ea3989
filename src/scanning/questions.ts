import type { DayOfSessions } from '../activity/day.ts';
import type { ActivityOfYear } from '../activity/year.ts';
import type { BadgeCurve } from '../badges/overTime/curve.ts';
import type { TimelineStep } from '../badges/overTime/timeline.ts';
import type { UnlockNews } from '../badges/unlocks/detect.ts';
import type { LocalDay } from '../calendar/isoDay.ts';
import type { RecapPeriod } from '../recap/period.ts';
import type { Recap } from '../recap/recap.ts';
import type { UsageOfPeriod } from '../usage/report.ts';
import type { UsageAnswer } from './ledger/usageAnswer.ts';

/** What may be asked of the thread that knows a history; a question starts no scan and waits for none. */
export type Question =
  /** Every unlock and tier-up remembered, when it was noticed. */
  | { readonly kind: 'timeline' }
  /** Every tier of every badge on the day on which it was really reached. */
  | { readonly kind: 'reached' }
  /** A badge's figure over time. */
  | { readonly kind: 'curve'; readonly badge: string }
  /** When somebody worked with Hermes in a year, this one unless another is named. */
  | { readonly kind: 'activity'; readonly year?: number | undefined }
  /** The sessions of one day. */
  | { readonly kind: 'day'; readonly day: LocalDay }
  /** What happened in a period, against the one before. */
  | { readonly kind: 'recap'; readonly period: RecapPeriod }
  /** What is remembered though Hermes may have forgotten it. */
  | { readonly kind: 'remembered' }
  /** What a session is called, deleted ones included. */
  | { readonly kind: 'title'; readonly session: string }
  /** What was used, of what is remembered: a scan before it brings that up to date. */
  | AskedUsage;

/** What was used in a period, summed up. */
export interface AskedUsage extends UsageOfPeriod {
  readonly kind: 'usage';
}

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
  /** Earliest first. */
  reached: readonly TimelineStep[];
  /** Null for no badge, for one that is still secret, and where nothing dates the figures (`dashboard` mode). */
  curve: BadgeCurve | null;
  activity: ActivityOfYear;
  day: DayOfSessions;
  recap: Recap;
  remembered: Remembered;
  usage: UsageAnswer;
  /** Null for a session that is not known. */
  title: string | null;
}

export type AnswerTo<Asked extends Question> = Answers[Asked['kind']];
export type Answer = Answers[Question['kind']];
