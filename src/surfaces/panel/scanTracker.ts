import type { ScanEvent } from '../../scanning/events.ts';
import type { ScanView } from './protocol.ts';

/** Follows the event stream and knows how far the running scan is, and how loudly to say so. */
export class ScanTracker {
  #view: ScanView | null = null;
  #expected = false;

  /** Null while no scan runs. */
  get view(): ScanView | null {
    return this.#view;
  }

  /** The user asked for the next scan (or for the one that runs): it gets the banner. */
  expect(): void {
    if (this.#view) this.#view = { ...this.#view, quiet: false };
    else this.#expected = true;
  }

  /** A scan runs of which no event was heard yet. */
  foundRunning(hasFigures: boolean): void {
    this.#view ??= this.#begin(hasFigures);
  }

  /** @param hasFigures a snapshot is shown, which this scan refreshes */
  receive(event: ScanEvent, hasFigures: boolean): void {
    switch (event.event) {
      case 'metadata': {
        const loud = event.first_scan || event.mode === 'full';
        this.#view = { ...this.#begin(hasFigures && !loud), total: event.sessions_expected_total };
        return;
      }
      case 'progress': {
        const { scanned, total, remaining_ms } = event;
        this.#view = { ...(this.#view ?? this.#begin(hasFigures)), scanned, total, remaining_ms };
        return;
      }
      case 'done':
      case 'error':
        this.reset();
    }
  }

  reset(): void {
    this.#view = null;
    this.#expected = false;
  }

  #begin(quiet: boolean): ScanView {
    return { quiet: quiet && !this.#expected, scanned: 0, total: null, remaining_ms: null };
  }
}
