import type { Achievement } from '../../../badges/achievement.ts';
import type { Snapshot } from '../../../files/shared/snapshot.ts';

/** The badges that the webview shows: a request may name nothing that is not among them. */
export class ShownBadges {
  #snapshot: Snapshot | undefined;

  /** @param snapshot what is shown from now on; undefined while there is nothing */
  show(snapshot: Snapshot | undefined): void {
    this.#snapshot = snapshot;
  }

  isUnlocked(badge: string): boolean {
    return this.#find(badge)?.unlocked ?? false;
  }

  /** Whether the badge is shown by its name. */
  isNamed(badge: string): boolean {
    return (this.#find(badge)?.state ?? 'secret') !== 'secret';
  }

  /** Whether a session is among those that a badge shows as its evidence. */
  isEvidence(badge: string, session: string): boolean {
    const shown = this.#find(badge);
    return shown !== undefined && sessionsBehind(shown).has(session);
  }

  #find(badge: string): Achievement | undefined {
    return this.#snapshot?.achievements.find(({ id }) => id === badge);
  }
}

function sessionsBehind({ evidence, contributors = [], requirements = [] }: Achievement): Set<string> {
  const shown = [...contributors, ...requirements.flatMap((part) => part.contributors)];
  if (evidence) shown.push(evidence);
  return new Set(shown.map(({ session_id }) => session_id));
}
