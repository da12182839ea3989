import type { ScanEvent } from '../scanning/events.ts';

/** How far the running scan is. */
export interface ScanView {
  /** Refreshes known figures behind the scenes: who shows it changes nothing until its figures are there. */
  readonly quiet: boolean;
  /** Sessions. */
  readonly scanned: number;
  /** Null until the scan knows. */
  readonly total: number | null;
  readonly remaining_ms: number | null;
}

/** Follows the event stream and knows how far the running scan is, and how loudly to say so. */
export class ScanTracker {
  #view: ScanView | null = null;
  #expected = false;

  /** Null while no scan runs. */
  get view(): ScanView | null {
    return this.#view;
  }

  /** The user asked for the scan that runs, or waits for another window's: it is loud, and begins for him now. */
  expect(): void {
    this.#expected = true;
    this.#view = { ...(this.#view ?? this.#begin(false)), quiet: false };
  }

  /** @param hasFigures there is a snapshot, which this scan refreshes */
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
