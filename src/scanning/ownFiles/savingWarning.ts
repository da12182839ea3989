import { inEnglish, type Problem, problem } from '../../words/problem.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import type { Place } from './place.ts';

/** Tells the user once that nothing can be saved, and the log each time. */
export class SavingWarning {
  readonly #place: Place;
  readonly #voice: ScannerVoice;
  #warned = false;

  constructor(place: Place, voice: ScannerVoice) {
    this.#place = place;
    this.#voice = voice;
  }

  /** @param reason why something could not be saved; undefined when it was */
  tell(reason: Problem | undefined): void {
    if (!reason) return;
    this.#voice.log('warn', inEnglish(reason));
    if (this.#warned) return;
    this.#warned = true;
    const code = this.#place.mayWrite ? 'unlocks.inMemoryOnly' : 'archive.notRemembered';
    this.#voice.notice(problem(code, reason, this.#place.lastPath));
  }
}
