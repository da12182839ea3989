import type { UnlockNews } from '../../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../../files/shared/snapshot.ts';
import type { RecapPeriod } from '../../../recap/period.ts';
import type { DoneEvent, ErrorEvent, ScanEvent } from '../../../scanning/events.ts';
import { problemOf } from '../../../words/problem.ts';
import type { PageName } from '../protocol/viewState.ts';
import {
  hearFromWebview,
  type PanelSnapshot,
  type Problem,
  type SharePurpose,
  type ToHost,
  type ToWebview,
} from '../protocol.ts';
import type { PanelContext } from './context.ts';
import { RecapOnTop } from './dueRecap.ts';
import { NamedSessions } from './namedSessions.ts';
import { PageAnswers } from './pageAnswers.ts';
import { failureWords, panelProblem } from './problem.ts';
import { isClick, PanelRequests, type Request } from './requests.ts';
import { ShownBadges } from './shownBadges.ts';
import { panelSnapshot } from './snapshot.ts';
import { ToldTimeline } from './toldTimeline.ts';

/**
 * One webview's side of the panel in the extension host: answers what it asks and tells it what happens. It knows
 * nothing of VS Code; `post` carries a message to the webview.
 */
export class PanelConversation {
  readonly #context: PanelContext;
  readonly #post: (message: ToWebview) => void;
  readonly #unsubscribe: (() => void)[];
  readonly #shown = new ShownBadges();
  readonly #named = new NamedSessions();
  readonly #requests: PanelRequests;
  readonly #answers: PageAnswers;
  readonly #recap: RecapOnTop;
  readonly #timeline: ToldTimeline;
  #ready = false;
  /** Since it was ready the webview was told everything to draw from. */
  #introduced = false;
  /** Counts openings, so that an answer that comes after the next one has begun is dropped. */
  #opening = 0;

  constructor(context: PanelContext, post: (message: ToWebview) => void) {
    this.#context = context;
    this.#post = post;
    this.#requests = new PanelRequests(context, this.#shown, this.#named);
    this.#answers = new PageAnswers(context, this.#shown, this.#named);
    this.#recap = new RecapOnTop(context);
    this.#timeline = new ToldTimeline(context);
    const { history } = context;
    this.#unsubscribe = [
      history.onEvent((event) => this.#relay(event)),
      history.onAsk(() => this.#tellProgress()),
      history.onSwitch(() => this.#switched()),
    ];
  }

  /** The webview is in sight and has something to draw. */
  get isReady(): boolean {
    return this.#ready && this.#introduced;
  }

  /** A message from the webview, as it came. */
  receive(data: unknown): void {
    const heard = hearFromWebview(data);
    if (heard.ok) this.#handle(heard.message);
    else this.#context.log('warn', `The panel sent a message that was dropped: ${heard.reason}`);
  }

  /** The webview is hidden and its page gone: it says `ready` when it is back. */
  pause(): void {
    this.#ready = false;
    this.#introduced = false;
  }

  /** Asks the webview for the picture of an unlocked badge. */
  drawShareCard(id: string, purpose: SharePurpose): void {
    if (this.#shown.isUnlocked(id)) this.#tell({ type: 'drawShareCard', id, purpose });
  }

  /** Shows a badge in detail; without one, what is new. */
  reveal(badge: string | null): void {
    this.#tell({ type: 'reveal', badge: badge !== null && this.#shown.isUnlocked(badge) ? badge : null });
  }

  /** Brings a page into sight, with a recap on it where one is named. */
  showPage(page: PageName, recap: RecapPeriod | null): void {
    this.#tell({ type: 'show', page, recap });
  }

  dispose(): void {
    this.#ready = false;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #handle(message: ToHost): void {
    if (isClick(message)) this.#tell({ type: 'heard' });
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#introduced = false;
        void this.#open();
        return;
      case 'ask':
        void this.#answer(message);
        return;
      case 'dismissRecap':
        this.#recap.dismiss();
        return;
      default:
        this.#requests.handle(message satisfies Request);
    }
  }

  /** The thread that knows it may be busy, or has to be started first: the page shows what it has meanwhile. */
  async #answer({ ask, question }: Extract<ToHost, { type: 'ask' }>): Promise<void> {
    const opening = this.#opening;
    const answer = await this.#answers.to(question);
    if (opening === this.#opening) this.#tell({ type: 'answer', ask, answer });
  }

  async #open(): Promise<void> {
    const opening = ++this.#opening;
    const { history, memory, language } = this.#context;
    const { home, profile, sample } = history.place;
    let problem: Problem | null = null;
    let snapshot: Snapshot | undefined;
    try {
      snapshot = await history.achievements();
    } catch (error) {
      problem = await panelProblem(problemOf(error), history, language.translate);
    }
    if (opening !== this.#opening) return;
    this.#shown.show(snapshot);
    this.#introduced = true;
    this.#tell({
      type: 'init',
      words: { ...language.words },
      place: { profile, sample },
      view: memory.view(home),
      seen_until: memory.seenUntil(home),
      snapshot: snapshot ? this.#shownOf(snapshot) : null,
      timeline: this.#timeline.told ?? (snapshot ? null : []),
      scan: history.scan,
      problem,
      recap: snapshot ? this.#recap.at(snapshot) : null,
    });
    if (snapshot) await this.#tellTimeline(snapshot, opening);
  }

  /** The thread that knows it may have to be started first: nothing waits for it. */
  async #tellTimeline(snapshot: Snapshot, opening: number): Promise<void> {
    const before = this.#timeline.told;
    const timeline = await this.#timeline.read(snapshot);
    // A scan that has ended meanwhile has told a later one.
    if (opening !== this.#opening || this.#timeline.told !== before) return;
    this.#timeline.tell(timeline);
    this.#tell({ type: 'timeline', timeline: this.#timeline.told ?? [] });
  }

  #relay(event: ScanEvent): void {
    switch (event.event) {
      case 'metadata':
      case 'progress':
        this.#tellProgress();
        return;
      case 'chunk':
        this.#tellSnapshot(event.snapshot, null);
        return;
      case 'done':
        void this.#finish(event);
        return;
      case 'error':
        void this.#fail(event);
    }
  }

  /** What is new is celebrated in every window that shows the panel, whichever of them found it. */
  async #finish({ snapshot, first_scan }: DoneEvent): Promise<void> {
    const opening = this.#opening;
    this.#shown.show(snapshot);
    const timeline = await this.#timeline.read(snapshot);
    if (opening !== this.#opening) return;
    this.#tellSnapshot(snapshot, timeline ?? null);
    const news = this.#timeline.tell(timeline);
    // A first scan unlocks dozens at once: the figures speak for themselves.
    this.#tell({ type: 'scanEnded', outcome: 'done', message: null, unlocks: first_scan ? [] : news });
  }

  async #fail({ problem: failure, cancelled, snapshot_available }: ErrorEvent): Promise<void> {
    const opening = this.#opening;
    const { history, language } = this.#context;
    const outcome = cancelled ? 'cancelled' : 'failed';
    const words = cancelled ? null : failureWords(failure, language.translate);
    this.#tell({ type: 'scanEnded', outcome, message: words, unlocks: [] });
    if (cancelled || snapshot_available) return;
    const problem = await panelProblem(failure, history, language.translate);
    if (opening === this.#opening) this.#tell({ type: 'problem', problem });
  }

  #switched(): void {
    this.#shown.show(undefined);
    this.#timeline.forget();
    this.#named.forget();
    this.#recap.forget();
    this.#opening++; // what was asked about the former history is no answer any more
    if (this.#ready) void this.#open();
  }

  #tellSnapshot(snapshot: Snapshot, timeline: UnlockNews[] | null): void {
    this.#shown.show(snapshot);
    this.#tell({ type: 'snapshot', snapshot: this.#shownOf(snapshot), timeline });
  }

  #shownOf(snapshot: Snapshot): PanelSnapshot {
    const { history, language } = this.#context;
    return panelSnapshot(snapshot, language.translate, history.status().last_error);
  }

  #tellProgress(): void {
    const { scan } = this.#context.history;
    if (scan) this.#tell({ type: 'scanProgress', scan });
  }

  #tell(message: ToWebview): void {
    if (this.#ready) this.#post(message);
  }
}
