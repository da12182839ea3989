import { shortTitle } from '../../metrics/session/shortTitle.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import type { Contribution } from '../achievement.ts';

/** A transcript's address takes no longer id. */
const LONGEST_ID = 1000;

/** A session's share in a badge, as the snapshot names it. */
export function contributionOf({ session_id, title, started_at }: SessionStats, value: number): Contribution {
  const contribution = { session_id: session_id.slice(0, LONGEST_ID), title: shortTitle(title), value };
  return started_at === null ? contribution : { ...contribution, started_at };
}
