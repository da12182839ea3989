import type { ScanMeta } from '../../files/shared/snapshot.ts';
import type { ScannerVoice } from '../worker/voice.ts';

/** What a scan could do without, and not mend. */
export type Damage = Pick<ScanMeta, 'sessions_unreadable' | 'index_damaged'>;

/** For people, in one line that names the way out; undefined where nothing is damaged. */
export function damageWords({
  sessions_unreadable: unreadable = 0,
  index_damaged,
}: Damage): string | undefined {
  if (unreadable > 0)
    return unreadable === 1
      ? '1 session could not be read, as state.db is damaged; what was known of it is kept. "hermes doctor" can mend it.'
      : `${unreadable} sessions could not be read, as state.db is damaged; what was known of them is kept. "hermes doctor" can mend it.`;
  if (index_damaged)
    return 'An index of state.db is damaged; the figures are whole without it. "hermes doctor" can mend it.';
  return undefined;
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
    const words = damageWords(damage);
    if (words !== undefined && words !== this.#told) {
      this.#voice.notice(words);
      this.#told = words;
    }
    return damage;
  }
}
