import type { ScanMeta } from '../../files/shared/snapshot.ts';
import { inEnglish, type Problem, problem } from '../../words/problem.ts';
import type { ScannerVoice } from '../worker/voice.ts';

/** What a scan could do without, and not mend. */
export type Damage = Pick<ScanMeta, 'sessions_unreadable' | 'index_damaged'>;

/** What people are told of it; undefined where nothing is damaged. */
export function damageProblem({
  sessions_unreadable: unreadable = 0,
  index_damaged,
}: Damage): Problem | undefined {
  if (unreadable === 1) return problem('damage.session');
  if (unreadable > 0) return problem('damage.sessions', unreadable);
  return index_damaged ? problem('damage.index') : undefined;
}

/** Tells of damage once, as long as it stays the same. */
export class DamageReport {
  readonly #voice: Pick<ScannerVoice, 'notice'>;
  #told: string | undefined;

  constructor(voice: Pick<ScannerVoice, 'notice'>) {
    this.#voice = voice;
  }

  /**
   * @param unreadable how many sessions could not be read
   * @param avoidsAnIndex queries had to go another way than by an index that is damaged
   */
  of(unreadable: number, avoidsAnIndex: boolean): Damage {
    const damage: Damage = {
      ...(unreadable > 0 ? { sessions_unreadable: unreadable } : {}),
      ...(avoidsAnIndex ? { index_damaged: true } : {}),
    };
    const told = damageProblem(damage);
    const words = told && inEnglish(told);
    if (told && words !== this.#told) {
      this.#voice.notice(told);
      this.#told = words;
    }
    return damage;
  }
}
