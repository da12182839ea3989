import type * as vscode from 'vscode';
import { canonicalHome } from '../hermes/home/home.ts';
import { resolveProfileHome, UnknownProfile } from '../hermes/home/profiles.ts';
import { type ActiveHistory, type HistoryPlace, isSamePlace } from './activeHistory.ts';
import { hermesRoot, placeFrom } from './place.ts';
import { onSettings, readSettings } from './settings.ts';

const SAMPLE_KEY = 'sampleHome';

/** Knows which history this window is to show: that of the settings, or a sample while one is being tried. */
export class PlaceKeeper {
  readonly #state: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;

  /** @param state of this workspace: a sample being tried survives a reload of its window */
  constructor(state: vscode.Memento, log: vscode.LogOutputChannel) {
    this.#state = state;
    this.#log = log;
  }

  current(): HistoryPlace {
    const sample = this.#state.get(SAMPLE_KEY);
    if (typeof sample === 'string') return { home: canonicalHome(sample), profile: 'sample', sample: true };
    try {
      return placeFrom(readSettings());
    } catch (error) {
      if (!(error instanceof UnknownProfile)) throw error;
      // Shown with the next problem that the user sees; until then the root serves.
      this.#log.warn(error.message);
      const home = canonicalHome(resolveProfileHome(hermesRoot(readSettings()), 'default'));
      return { home, profile: 'default', sample: false };
    }
  }

  async useSample(home: string): Promise<HistoryPlace> {
    await this.#state.update(SAMPLE_KEY, home);
    return this.current();
  }

  async leaveSample(): Promise<HistoryPlace> {
    await this.#state.update(SAMPLE_KEY, undefined);
    return this.current();
  }
}

/** Shows the history that the settings lead to, counted as they say, whenever one of them is changed. */
export function followSettings(history: ActiveHistory, places: PlaceKeeper): vscode.Disposable {
  return onSettings((changed) => {
    const place = places.current();
    if (changed('historyMode') || !isSamePlace(place, history.place)) void history.switchTo(place);
  });
}
