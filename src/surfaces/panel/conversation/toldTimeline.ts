import type { UnlockNews } from '../../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../../files/shared/snapshot.ts';
import type { PanelContext } from './context.ts';
import { newSince } from './newSince.ts';
import { panelNews } from './snapshot.ts';

/** The time line as the webview was told it last. */
export class ToldTimeline {
  readonly #context: Pick<PanelContext, 'history' | 'log'>;
  #told: UnlockNews[] | undefined;

  constructor(context: Pick<PanelContext, 'history' | 'log'>) {
    this.#context = context;
  }

  /** Undefined while it is not known. */
  get told(): UnlockNews[] | undefined {
    return this.#told;
  }

  /** Another history is shown. */
  forget(): void {
    this.#told = undefined;
  }

  /**
   * The time line as it is now, which the thread that knows it may need a moment for.
   * @returns undefined where it cannot be read
   */
  async read(snapshot: Snapshot): Promise<UnlockNews[] | undefined> {
    const { history, log } = this.#context;
    try {
      return panelNews(await history.timeline(), snapshot);
    } catch (error) {
      log('warn', `The time line could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /**
   * Takes a later one for told; one that could not be read leaves what was told before.
   * @returns what is new in it; nothing where it is not known what was there before
   */
  tell(timeline: UnlockNews[] | undefined): UnlockNews[] {
    const before = this.#told;
    this.#told = timeline ?? before;
    return before && timeline ? newSince(before, timeline) : [];
  }
}
