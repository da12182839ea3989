import { DashboardGeneration } from '../../files/shared/dashboardGeneration.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import { inEnglish } from '../../words/problem.ts';
import { scanProblem } from '../worker/scanProblem.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import type { Place } from './place.ts';

/** The dashboard that shares the place of our files, by what it wrote there itself. */
export class Dashboard {
  readonly #place: Place;
  readonly #voice: ScannerVoice;
  readonly #generation = new DashboardGeneration();

  constructor(place: Place, voice: ScannerVoice) {
    this.#place = place;
    this.#voice = voice;
  }

  /** Undefined where nothing tells it. */
  async generation(): Promise<Generation | undefined> {
    try {
      return await this.#generation.find(await this.#place.directory());
    } catch (error) {
      this.#voice.log('warn', `The dashboard's checkpoint cannot be read: ${inEnglish(scanProblem(error))}`);
      return undefined;
    }
  }
}
