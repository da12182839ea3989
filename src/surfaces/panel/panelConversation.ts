import type { Translate } from '../../artwork/words.ts';
import type { Achievement } from '../../badges/achievement.ts';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { problemWords } from '../../host/problemWords.ts';
import type { DoneEvent, ErrorEvent, ScanEvent } from '../../scanning/events.ts';
import { isEvidence } from './isEvidence.ts';
import { newSince } from './newSince.ts';
import type { PanelActions, PanelHistory } from './panelHistory.ts';
import type { PanelMemory } from './panelMemory.ts';
import { panelNews, panelSnapshot } from './panelSnapshot.ts';
import { hearFromWebview, type Problem, type SharePurpose, type ToHost, type ToWebview } from './protocol.ts';

/** What a conversation needs to know, whichever webview it is with. */
export interface PanelContext {
  readonly history: PanelHistory;
  readonly actions: PanelActions;
  readonly memory: PanelMemory;
  readonly language: PanelLanguage;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

interface PanelLanguage {
  /** Translations for the webview by English message. */
  readonly words: Readonly<Record<string, string>>;
  readonly translate: Translate;
}

/** What the webview says of its own accord, so that nobody waits for an answer. */
const UNASKED: ReadonlySet<ToHost['type']> = new Set(['ready', 'viewState', 'seen', 'log']);

/**
 * One webview's side of the panel in the extension host: answers what it asks and tells it what happens. It knows
 * nothing of VS Code; `post` carries a message to the webview.
 */
export class PanelConversation {
  readonly #context: PanelContext;
  readonly #post: (message: ToWebview) => void;
  readonly #unsubscribe: (() => void)[];
  /** What the webview shows; a request may only name what is in it. */
  #shown: Snapshot | undefined;
  /** The time line as the webview was told it last; undefined while it is not known. */
  #told: UnlockNews[] | undefined;
  #ready = false;
  /** Since it was ready the webview was told everything to draw from. */
  #introduced = false;
  /** Counts openings, so that an answer that comes after the next one has begun is dropped. */
  #opening = 0;

  constructor(context: PanelContext, post: (message: ToWebview) => void) {
    this.#context = context;
    this.#post = post;
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
    if (this.#unlocked(id)) this.#tell({ type: 'drawShareCard', id, purpose });
  }

  /** Shows a badge in detail; without one, what is new. */
  reveal(badge: string | null): void {
    this.#tell({ type: 'reveal', badge: badge !== null && this.#unlocked(badge) ? badge : null });
  }

  dispose(): void {
    this.#ready = false;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #handle(message: ToHost): void {
    const { history, actions, memory, log } = this.#context;
    if (!UNASKED.has(message.type)) this.#tell({ type: 'heard' });
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#introduced = false;
        void this.#open();
        return;
      case 'rescan':
        // The event stream tells how it ends, failures included.
        history.rescan({ full: message.full }).catch(() => undefined);
        return;
      case 'cancelScan':
        history.cancel();
        return;
      case 'openTranscript':
        this.#openTranscript(message.badge, message.session);
        return;
      case 'shareCard':
        this.#share(message);
        return;
      case 'viewState':
        void memory.saveView(history.place.home, message.view);
        return;
      case 'seen':
        void memory.saveSeen(history.place.home, message.until);
        return;
      case 'log':
        log('warn', `The panel says: ${message.message}`);
        return;
      default:
        actions[message.type]();
    }
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
      problem = await this.#problem(error);
    }
    if (opening !== this.#opening) return;
    this.#shown = snapshot;
    this.#introduced = true;
    this.#tell({
      type: 'init',
      words: { ...language.words },
      place: { profile, sample },
      view: memory.view(home),
      seen_until: memory.seenUntil(home),
      snapshot: snapshot ? panelSnapshot(snapshot, language.translate) : null,
      timeline: this.#told ?? (snapshot ? null : []),
      scan: history.scan,
      problem,
    });
    if (snapshot) await this.#tellTimeline(snapshot, opening);
  }

  /** The thread that knows it may have to be started first: nothing waits for it. */
  async #tellTimeline(snapshot: Snapshot, opening: number): Promise<void> {
    const before = this.#told;
    const timeline = await this.#timeline(snapshot);
    // A scan that has ended meanwhile has told a later one.
    if (opening !== this.#opening || this.#told !== before) return;
    this.#told = timeline;
    this.#tell({ type: 'timeline', timeline: timeline ?? [] });
  }

  #relay(event: ScanEvent): void {
    switch (event.event) {
      case 'metadata':
      case 'progress':
        this.#tellProgress();
        return;
      case 'chunk':
        this.#shown = event.snapshot;
        this.#tell({ type: 'snapshot', snapshot: this.#translated(event.snapshot), timeline: null });
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
    this.#shown = snapshot;
    const timeline = await this.#timeline(snapshot);
    if (opening !== this.#opening) return;
    this.#tell({ type: 'snapshot', snapshot: this.#translated(snapshot), timeline: timeline ?? null });
    // A first scan unlocks dozens at once: the figures speak for themselves.
    const celebrated = first_scan || !this.#told || !timeline ? [] : newSince(this.#told, timeline);
    this.#told = timeline ?? this.#told;
    this.#tell({ type: 'scanEnded', outcome: 'done', message: null, unlocks: celebrated });
  }

  async #fail({ message, cancelled, snapshot_available }: ErrorEvent): Promise<void> {
    const opening = this.#opening;
    const outcome = cancelled ? 'cancelled' : 'failed';
    const words = cancelled ? null : this.#words(message);
    this.#tell({ type: 'scanEnded', outcome, message: words, unlocks: [] });
    if (cancelled || snapshot_available) return;
    const problem = await this.#problem(new Error(message));
    if (opening === this.#opening) this.#tell({ type: 'problem', problem });
  }

  #switched(): void {
    this.#shown = undefined;
    this.#told = undefined;
    this.#opening++; // what was asked about the former history is no answer any more
    if (this.#ready) void this.#open();
  }

  async #problem(error: unknown): Promise<Problem> {
    const { history } = this.#context;
    const message = this.#words(error instanceof Error ? error.message : String(error));
    const kind = (await history.exists().catch(() => true)) ? 'failed' : 'noHistory';
    return { kind, message, home: history.place.home };
  }

  /** What went wrong, in the reader's language. */
  #words(problem: string): string {
    return problemWords(problem, this.#context.language.translate).slice(0, 500);
  }

  /** Undefined where it cannot be read. */
  async #timeline(snapshot: Snapshot): Promise<UnlockNews[] | undefined> {
    try {
      return panelNews(await this.#context.history.timeline(), snapshot);
    } catch (error) {
      this.#context.log('warn', `The time line could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /** Only sessions that the webview was shown as evidence can be opened, so no message can name another. */
  #openTranscript(badge: string, session: string): void {
    const achievement = this.#shown?.achievements.find(({ id }) => id === badge);
    if (achievement && isEvidence(achievement, session)) {
      this.#context.actions.openTranscript({ session, badge });
    } else {
      this.#context.log('warn', 'The panel asked for a transcript that is no evidence; nothing was opened');
    }
  }

  #share({ id, refusal, png }: { id: string; refusal: string | null; png: Uint8Array }): void {
    const badge = this.#unlocked(id);
    if (badge) this.#context.actions.shareCard({ id, refusal, png });
  }

  #unlocked(id: string): Achievement | undefined {
    return this.#shown?.achievements.find((badge) => badge.id === id && badge.unlocked);
  }

  #translated(snapshot: Snapshot): ReturnType<typeof panelSnapshot> {
    return panelSnapshot(snapshot, this.#context.language.translate);
  }

  #tellProgress(): void {
    const { scan } = this.#context.history;
    if (scan) this.#tell({ type: 'scanProgress', scan });
  }

  #tell(message: ToWebview): void {
    if (this.#ready) this.#post(message);
  }
}
