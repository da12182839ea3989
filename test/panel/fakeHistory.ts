import type { UnlockNews } from '../../src/badges/unlocks/detect.ts';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import { ScanTracker, type ScanView } from '../../src/host/scanTracker.ts';
import type { ScanEvent } from '../../src/scanning/events.ts';
import type { Answer, AnswerTo, Question } from '../../src/scanning/questions.ts';
import type { ScanStatus } from '../../src/scanning/scanService.ts';
import type { PanelHistory, PanelPlace } from '../../src/surfaces/panel/conversation/history.ts';

/** A history under the test's command: it says what it is told to say and notes what it is asked. */
export class FakeHistory implements PanelHistory {
  place: PanelPlace = { home: '/home/someone/.hermes', profile: 'default', sample: false };
  current: Snapshot | undefined;
  failure: Error | undefined;
  news: UnlockNews[] = [];
  databaseExists = true;
  readonly asked: string[] = [];
  readonly #listeners = new Set<(event: ScanEvent) => void>();
  readonly #switchListeners = new Set<() => void>();
  readonly #askListeners = new Set<() => void>();
  readonly #tracker = new ScanTracker();
  #timelineHeld: Promise<void> | undefined;

  constructor(snapshot?: Snapshot, news: UnlockNews[] = []) {
    this.current = snapshot;
    this.news = news;
  }

  async achievements(): Promise<Snapshot> {
    if (this.failure) throw this.failure;
    return this.current!;
  }

  get scan(): ScanView | null {
    return this.#tracker.view;
  }

  async rescan({ full }: { full: boolean }): Promise<Snapshot> {
    this.#tracker.expect();
    for (const listener of this.#askListeners) listener();
    this.asked.push(full ? 'full rescan' : 'rescan');
    return this.current!;
  }

  cancel(): void {
    this.asked.push('cancel');
  }

  status(): ScanStatus {
    return { state: this.scan ? 'SCANNING' : 'FRESH' } as ScanStatus;
  }

  onEvent(listener: (event: ScanEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onAsk(listener: () => void): () => void {
    this.#askListeners.add(listener);
    return () => this.#askListeners.delete(listener);
  }

  onSwitch(listener: () => void): () => void {
    this.#switchListeners.add(listener);
    return () => this.#switchListeners.delete(listener);
  }

  /** What a page asks; without an answer the thread that knows is broken. */
  answer: (question: Question) => Answer = () => {
    throw new Error('nothing is known');
  };
  /** Every question that was asked, in order. */
  readonly questions: Question[] = [];
  #answersHeld: Promise<void> | undefined;

  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>> {
    this.questions.push(question);
    await this.#answersHeld;
    return this.answer(question) as AnswerTo<Asked>;
  }

  /** Lets who asks wait. @returns lets them go on */
  holdAnswers(): () => void {
    const held = Promise.withResolvers<void>();
    this.#answersHeld = held.promise;
    return () => {
      this.#answersHeld = undefined;
      held.resolve();
    };
  }

  async timeline(): Promise<UnlockNews[]> {
    const { news } = this;
    await this.#timelineHeld;
    return news;
  }

  /** Lets who asks for the time line wait. @returns lets them go on, with what the time line was when they asked */
  holdTimeline(): () => void {
    const held = Promise.withResolvers<void>();
    this.#timelineHeld = held.promise;
    return () => {
      this.#timelineHeld = undefined;
      held.resolve();
    };
  }

  async exists(): Promise<boolean> {
    return this.databaseExists;
  }

  emit(event: ScanEvent): void {
    this.#tracker.receive(event, (this.current?.generated_at ?? 0) > 0);
    for (const listener of this.#listeners) listener(event);
  }

  switchTo(place: PanelPlace): void {
    this.place = place;
    this.#tracker.reset();
    for (const listener of this.#switchListeners) listener();
  }
}
