import type { SessionStats } from '../../metrics/session/stats.ts';
import type { Contribution } from '../achievement.ts';

/** Every badge names sessions, so a title of a megabyte would stand in the snapshot some hundred times. */
const LONGEST_TITLE = 1000;
/** A transcript's address takes no longer id either. */
const LONGEST_ID = 1000;

/** A session's share in a badge, as the snapshot names it. */
export function contributionOf({ session_id, title, started_at }: SessionStats, value: number): Contribution {
  const contribution = { session_id: session_id.slice(0, LONGEST_ID), title: cut(title), value };
  return started_at === null ? contribution : { ...contribution, started_at };
}

function cut(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).toWellFormed()}…`;
}
