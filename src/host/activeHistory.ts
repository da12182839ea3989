import { access } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { UnlockNews } from '../badges/unlocks/detect.ts';
import type { Snapshot } from '../files/shared/snapshot.ts';
import type { Coordinator } from '../scanning/coordination/coordinator.ts';
import type { ScanEvent } from '../scanning/events.ts';
import type { AnswerTo, Question } from '../scanning/questions.ts';
import type { ScanService, ScanStatus } from '../scanning/scanService.ts';
import { ScanTracker, type ScanView } from './scanTracker.ts';

/** Which history the surfaces look at. */
export interface HistoryPlace {
  /** The Hermes home, profile included, canonical. */
  readonly home: string;
  /** The profile's name; `default` for the root. */
  readonly profile: string;
  /** True while the made-up history of "Try with Sample History" is shown. */
  readonly sample: boolean;
}

export function isSamePlace(a: HistoryPlace, b: HistoryPlace): boolean {
  return a.home === b.home && a.profile === b.profile && a.sample === b.sample;
}

/**
 * The history that this window shows: one place, one coordinator. Surfaces keep this object and hear when the place
 * changes; none of them needs to know how a place is chosen.
 */
export class ActiveHistory implements ScanService {
  readonly #open: (place: HistoryPlace) => Coordinator;
  readonly #events = new vscode.EventEmitter<ScanEvent>();
  readonly #switches = new vscode.EventEmitter<HistoryPlace>();
  readonly #asks = new vscode.EventEmitter<void>();
  readonly #looks = new vscode.EventEmitter<void>();
  readonly #tracker = new ScanTracker();
  #place: HistoryPlace;
  #coordinator: Coordinator;

  constructor(place: HistoryPlace, open: (place: HistoryPlace) => Coordinator) {
    this.#open = open;
    this.#place = place;
    this.#coordinator = this.#attach(place);
  }

  get place(): HistoryPlace {
    return this.#place;
  }

  get current(): Snapshot | undefined {
    return this.#coordinator.current;
  }

  achievements(): Promise<Snapshot> {
    return this.#coordinator.achievements();
  }

  /** How far the running scan is, and whether it is one that nobody asked for; null while none runs. */
  get scan(): ScanView | null {
    return this.#tracker.view;
  }

  /** A scan that the user asked for; joins the one that runs, which is then his too. */
  rescan(options: { full: boolean }): Promise<Snapshot> {
    const result = this.#coordinator.rescan(options);
    // One whose end was told already, and which is joined, tells nothing more.
    if (this.#coordinator.status().state === 'SCANNING') {
      this.#tracker.expect();
      this.#asks.fire();
    }
    return result;
  }

  /** A scan behind the scenes, of what Hermes wrote meanwhile: has ended then, and the event stream has told how. */
  async refresh(): Promise<void> {
    await this.#coordinator.rescan({ full: false }).catch(() => undefined);
  }

  cancel(): void {
    this.#coordinator.cancel();
  }

  ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>> {
    return this.#coordinator.ask(question);
  }

  /** Forgets the sessions that Hermes has deleted at the place shown. @returns how many @throws Error in one line */
  forgetDeleted(): Promise<number> {
    return this.#coordinator.forgetDeleted();
  }

  status(): ScanStatus {
    return this.#coordinator.status();
  }

  /** What no window has announced yet; from now on it is for the asker to announce. */
  claimNews(): Promise<readonly UnlockNews[]> {
    return this.#coordinator.claimNews();
  }

  /** Every unlock and tier-up remembered for the place shown, earliest first. */
  timeline(): Promise<UnlockNews[]> {
    return this.#coordinator.ask({ kind: 'timeline' });
  }

  /** Whether Hermes has a session database at the place shown. */
  async exists(): Promise<boolean> {
    return access(join(this.#place.home, 'state.db')).then(
      () => true,
      () => false,
    );
  }

  /** Forgets when what was unlocked at the place shown. */
  reset(): Promise<void> {
    return this.#coordinator.reset();
  }

  onEvent(listener: (event: ScanEvent) => void): () => void {
    return unsubscriber(this.#events.event(listener));
  }

  /** Calls back when the user asks for a scan, which may have begun unasked. */
  onAsk(listener: () => void): () => void {
    return unsubscriber(this.#asks.event(listener));
  }

  onSwitch(listener: (place: HistoryPlace) => void): () => void {
    return unsubscriber(this.#switches.event(listener));
  }

  /** Calls back when it is known whether there is a history at the place shown, and what is known of it. */
  onLook(listener: () => void): vscode.Disposable {
    return this.#looks.event(listener);
  }

  /**
   * Looks whether there is a history, shows what is known of it, and refreshes it if it is stale. Where there is none
   * the window stays silent.
   * @returns whether there is one
   */
  async look(): Promise<boolean> {
    const exists = await this.exists();
    if (exists) await this.achievements().catch(() => undefined); // the event stream has told why
    this.#looks.fire();
    return exists;
  }

  /** Shows another place; the scan of the former one is stopped, what it analysed is kept. */
  async switchTo(place: HistoryPlace): Promise<void> {
    const former = this.#coordinator;
    this.#place = place;
    this.#tracker.reset();
    this.#coordinator = this.#attach(place);
    this.#switches.fire(place);
    await former.dispose();
  }

  async dispose(): Promise<void> {
    for (const emitter of [this.#events, this.#switches, this.#asks, this.#looks]) emitter.dispose();
    await this.#coordinator.dispose();
  }

  #attach(place: HistoryPlace): Coordinator {
    const coordinator = this.#open(place);
    coordinator.onEvent((event) => {
      this.#tracker.receive(event, (coordinator.current?.generated_at ?? 0) > 0);
      this.#events.fire(event);
    });
    return coordinator;
  }
}

function unsubscriber(subscription: vscode.Disposable): () => void {
  return () => subscription.dispose();
}
