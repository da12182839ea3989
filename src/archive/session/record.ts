import type { RowDigest } from '../../hermes/changes/digest.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { SessionKind } from '../../hermes/sessions/kind.ts';
import type { SessionDays } from '../../metrics/session/daySlices.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';

/** What is remembered of one session, so that it need not be analysed again, and lives on when Hermes deletes it. */
export interface SessionRecord {
  readonly id: string;
  /** What its rows looked like when they were counted; null where that is not known (taken over from another program). */
  readonly rows: RowDigest | null;
  readonly facts: SessionFacts;
  /** The version of the rules that the figures of `lifetime` were counted by. */
  readonly rules: number;
  /** What really happened in it; never falls but by a full rescan. */
  readonly lifetime: SessionStats;
  readonly days: SessionDays;
  /** What the dashboard counts, of the same rows; null while nobody has asked for it. */
  readonly dashboard: DashboardFigures | null;
  /** When its row was found to be gone; epoch seconds; null while it is there. */
  readonly goneAt: number | null;
}

export interface DashboardFigures {
  /** `any`: every generation counts the same, and as `lifetime` does where `stats` is that very object. */
  readonly generation: Generation | 'any';
  readonly stats: SessionStats;
}

/** A session's row as last seen, and what follows from it. */
export interface SessionFacts {
  /** As stored: epoch seconds mostly, or any other number, which is no time; null when the row's value is none. */
  readonly startedAt: number | null;
  /** Epoch seconds: the greatest valid one of last_activity_at and all timestamps, else startedAt. */
  readonly lastActive: number | null;
  /** To be shown: title, else preview, else `Untitled`. */
  readonly title: string;
  /** It has a title of its own. */
  readonly titled: boolean;
  readonly source: string | null;
  /** Where it was created, where Hermes noted that. */
  readonly createdSource: string | null;
  readonly model: string | null;
  readonly archived: boolean;
  readonly hidden: boolean;
  readonly repoRoot: string | null;
  readonly cwd: string | null;
  /** How and when it ended (epoch seconds), and its conversation on a chat platform: they tell what its children are. */
  readonly endReason: string | null;
  readonly endedAt: number | null;
  readonly sessionKey: string | null;
  /** The parent's id; once seen it stays, though Hermes forgets it. */
  readonly parent: string | null;
  /** What it is to that parent; stays when the parent is gone. */
  readonly kind: SessionKind;
  /** When it was counted its parent was there or remembered: what was carried over from it counts there. */
  readonly hasParent: boolean;
}
