import { localDayOf } from '../../../calendar/localDay.ts';
import { isoMonthOf, isoWeekOf } from '../../../calendar/periods.ts';
import type { PanelContext } from './context.ts';

/** The week or the month before. */
export type RecapSpan = 'week' | 'month';

/**
 * The recap that stands on top of the panel: on the first opening in a week, or a month, and as long as the panel is
 * open, unless it is put away.
 */
export class RecapOnTop {
  readonly #context: Pick<PanelContext, 'history' | 'memory' | 'recapRhythm'>;
  /** Undefined until it is decided for this opening of the panel. */
  #span: RecapSpan | null | undefined;

  constructor(context: Pick<PanelContext, 'history' | 'memory' | 'recapRhythm'>) {
    this.#context = context;
  }

  /**
   * What stands on top; decided where there are figures for the first time.
   * @param generated_at of the snapshot that is shown, epoch seconds; 0 when nothing was ever scanned
   * @param now epoch seconds
   */
  at({ generated_at }: { readonly generated_at: number }, now = Date.now() / 1000): RecapSpan | null {
    if (this.#span === undefined && generated_at > 0) this.#span = this.#decide(now);
    return this.#span ?? null;
  }

  dismiss(): void {
    this.#span = null;
  }

  /** Another history is shown. */
  forget(): void {
    this.#span = undefined;
  }

  #decide(now: number): RecapSpan | null {
    const { history, memory, recapRhythm } = this.#context;
    const rhythm = recapRhythm();
    if (rhythm === 'off') return null;
    const today = localDayOf(now);
    const period = rhythm === 'weekly' ? isoWeekOf(today) : isoMonthOf(today);
    const { home } = history.place;
    if (memory.recapIn(home) === period) return null;
    void memory.saveRecapIn(home, period);
    return rhythm === 'weekly' ? 'week' : 'month';
  }
}
