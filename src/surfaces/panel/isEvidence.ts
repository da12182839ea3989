import type { Achievement } from '../../badges/achievement.ts';

/** Whether a session is among those that a badge shows as its evidence. */
export function isEvidence(badge: Achievement, session: string): boolean {
  const { evidence, contributors = [], requirements = [] } = badge;
  const shown = [...contributors, ...requirements.flatMap((part) => part.contributors)];
  if (evidence) shown.push(evidence);
  return shown.some(({ session_id }) => session_id === session);
}
