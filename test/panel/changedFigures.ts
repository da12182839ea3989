import type { Achievement } from '../../src/badges/achievement.ts';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';

/**
 * What Hermes' work of a few seconds makes of a snapshot: figures rise, sessions overtake one another, one comes anew;
 * nothing is unlocked.
 */
export function changedFigures(snapshot: Snapshot, round: number): Snapshot {
  return {
    ...snapshot,
    achievements: snapshot.achievements.map((badge, index) => changed(badge, index * 7 + round * 31)),
    generated_at: Date.now() / 1000,
    scan_meta: { ...snapshot.scan_meta, sessions_total: snapshot.scan_meta.sessions_total + round * 997 },
  };
}

function changed(badge: Achievement, turn: number): Achievement {
  if (badge.state === 'secret' || badge.progress_pct === 100) return badge;
  const { contributors = [], progress_pct } = badge;
  const rotated = [...contributors.slice(1), ...contributors.slice(0, 1)];
  return {
    ...badge,
    progress: badge.progress + (turn % 977) * 13,
    progress_pct: 1 + ((progress_pct + turn) % 98),
    ...(badge.contributors ? { contributors: turn % 2 ? rotated : contributors } : {}),
  };
}
