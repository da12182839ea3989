import type { Achievement, Contribution } from '../../../../badges/achievement.ts';

/** The sessions behind one figure, most first. */
export interface EvidenceGroup {
  readonly metric: string;
  readonly sessions: readonly Contribution[];
}

/** The sessions behind a badge: one group for a tiered badge, one for each requirement of the others. */
export function evidenceOf(badge: Achievement): EvidenceGroup[] {
  if (badge.state === 'secret') return [];
  const groups = badge.requirements
    ? badge.requirements.map(({ metric, contributors }) => ({ metric, sessions: contributors }))
    : [{ metric: badge.threshold_metric ?? '', sessions: sessionsOf(badge) }];
  return groups.filter(({ sessions }) => sessions.length > 0);
}

/** The dashboard's snapshots know no contributors, only the session that holds a maximum. */
function sessionsOf({ contributors = [], evidence }: Achievement): readonly Contribution[] {
  return contributors.length === 0 && evidence ? [evidence] : contributors;
}
