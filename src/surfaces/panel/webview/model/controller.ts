import { config, t } from '@vscode/l10n';
import type { Achievement } from '../../../../badges/achievement.ts';
import type { PageAnswer, PageQuestion } from '../../protocol/questions.ts';
import type { OpenBadge, ViewState } from '../../protocol/viewState.ts';
import type { SharePurpose, ToHost, ToWebview } from '../../protocol.ts';
import { shareCard } from '../drawing/sharePicture.ts';
import { AnswerWatch } from '../host/answerWatch.ts';
import { ForeseenAnswer } from '../host/foreseenAnswer.ts';
import { PendingQuestions } from '../host/pendingQuestions.ts';
import type { Intent } from './intents.ts';
import { afterChange, afterMessage, INITIAL_MODEL, latestNews, type PanelModel } from './model.ts';
import { scanTold } from './scanTold.ts';
import { NOTHING_TOLD, type Told } from './told.ts';

/** The host as the controller needs it. */
export interface PanelHost {
  tell(message: ToHost): void;
}

/** The page as the controller needs it. */
export interface PanelView {
  /** Something has to be drawn anew. */
  changed(): void;
  /** What is new is to be brought into sight. */
  showNews(): void;
  /** The page that is chosen is to be brought into sight. */
  showPage(): void;
}

/** Turns what the host says and what the user wants into the model that the panel draws. */
export class PanelController {
  readonly #host: PanelHost;
  readonly #page: PanelView;
  readonly #questions = new PendingQuestions();
  readonly #foreseen = new ForeseenAnswer((question, settle) => this.#question(question, settle));
  readonly #answers = new AnswerWatch(() => this.#tellSilence());
  #model: PanelModel = INITIAL_MODEL;
  #told: Told = NOTHING_TOLD;
  /** The id of the badge whose share card is shown. */
  #card: string | null = null;
  /** Up to which moment the host knows that the user has seen what is new. */
  #toldSeen = 0;
  /** The user wants to see what is new, which the time line tells. */
  #newsAwaited = false;

  constructor(host: PanelHost, page: PanelView) {
    this.#host = host;
    this.#page = page;
  }

  get model(): PanelModel {
    return this.#model;
  }

  get told(): Told {
    return this.#told;
  }

  /** The badge whose detail is open, and how far it is scrolled. */
  get detail(): { readonly badge: Achievement; readonly open: OpenBadge } | undefined {
    const { open } = this.#model.view;
    const badge = open ? this.#badge(open.badge) : undefined;
    return open && badge ? { badge, open } : undefined;
  }

  /** The badge whose share card is shown. */
  get card(): Achievement | undefined {
    const badge = this.#card === null ? undefined : this.#badge(this.#card);
    return badge?.unlocked ? badge : undefined;
  }

  receive(message: ToWebview): void {
    this.#answers.heard();
    if (this.#told.manner === 'standing') this.#told = NOTHING_TOLD;
    const before = this.#model;
    this.#model = afterMessage(before, message);
    if (this.#model.version !== before.version) this.#foreseen.forget();
    switch (message.type) {
      case 'init':
        config({ contents: message.words });
        this.#card = null;
        this.#questions.forget();
        this.#toldSeen = message.seen_until ?? 0;
        break;
      case 'timeline':
        if (this.#newsAwaited) this.#page.showNews();
        this.#newsAwaited = false;
        break;
      case 'scanProgress':
      case 'scanEnded':
        this.#told = scanTold(before, message, this.#model) ?? this.#told;
        break;
      case 'drawShareCard':
        void this.#share(message.id, message.purpose);
        break;
      case 'reveal':
        this.#reveal(message.badge);
        break;
      case 'show':
        this.#show(message);
        break;
      case 'answer':
        this.#questions.settle(message);
        break;
      default:
    }
    this.#page.changed();
  }

  act(intent: Intent): void {
    switch (intent.type) {
      case 'view':
        this.changeView(intent.change);
        break;
      case 'openBadge':
        this.#openBadge(intent.id);
        break;
      case 'badgeScrolled':
        this.#changeDetail({ scroll: intent.scroll });
        return;
      case 'closeBadge':
        this.changeView({ open: null });
        break;
      case 'showCard':
        this.#card = intent.id;
        break;
      case 'closeCard':
        this.#card = null;
        break;
      case 'dismissCelebration':
        this.#model = { ...this.#model, celebrated: [] };
        break;
      case 'question':
        if (!this.#foreseen.settles(intent.question, intent.settle))
          this.#question(intent.question, intent.settle);
        return;
      case 'foresee':
        this.#foreseen.rest(intent.question);
        return;
      case 'dismissRecap':
        this.#model = { ...this.#model, recap: null };
        this.#host.tell(intent);
        break;
      case 'share':
        void this.#share(intent.id, intent.purpose);
        return;
      case 'openTranscript':
        if (intent.badge !== null) this.#changeDetail({ session: intent.session });
        this.#ask(intent);
        return;
      default:
        this.#ask(intent);
        return;
    }
    this.#page.changed();
  }

  changeView(change: Partial<ViewState>): void {
    this.#model = afterChange(this.#model, change);
    this.#host.tell({ type: 'viewState', view: this.#model.view });
  }

  /** The panel has been drawn and is looked at: what is new has been shown. The marks stay until it is opened again. */
  shown(): void {
    const { snapshot, timeline } = this.#model;
    if (!snapshot || !timeline || snapshot.generated_at === 0) return;
    const until = Math.max(latestNews(timeline), snapshot.generated_at);
    if (until <= this.#toldSeen) return;
    this.#toldSeen = until;
    this.#host.tell({ type: 'seen', until });
  }

  #badge(id: string): Achievement | undefined {
    return this.#model.snapshot?.achievements.find((badge) => badge.id === id);
  }

  #openBadge(badge: string): void {
    this.changeView({ open: { badge, scroll: 0, session: null } });
  }

  #changeDetail(change: Partial<OpenBadge>): void {
    const { open } = this.#model.view;
    if (open) this.changeView({ open: { ...open, ...change } });
  }

  #reveal(badge: string | null): void {
    this.#card = null;
    if (badge !== null) {
      this.#openBadge(badge);
      return;
    }
    this.changeView({ open: null });
    this.#newsAwaited = this.#model.timeline === null;
    this.#page.showNews();
  }

  #show({ page, recap }: Extract<ToWebview, { type: 'show' }>): void {
    this.#card = null;
    this.changeView({ tab: page, open: null, ...(recap ? { recap } : {}) });
    this.#page.showPage();
  }

  #question(question: PageQuestion, settle: (answer: PageAnswer | null) => void): void {
    this.#host.tell(this.#questions.ask(question, settle));
  }

  /** What a click asks of the host: it answers at once that it has heard. */
  #ask(message: ToHost): void {
    this.#answers.asked();
    this.#host.tell(message);
  }

  #tellSilence(): void {
    const words = t('Hermes Achievements does not answer. Close this tab and open it again.');
    this.#tell({ words, manner: 'standing' });
  }

  async #share(id: string, purpose: SharePurpose): Promise<void> {
    const badge = this.#badge(id);
    if (!badge?.unlocked) return;
    const shared = await shareCard(badge, purpose);
    switch (shared.kind) {
      case 'picture':
        this.#ask({ type: 'shareCard', id, refusal: shared.refusal, png: shared.png });
        return;
      case 'copied':
        this.#tell({ words: t('The card of {0} is in the clipboard.', badge.name), manner: 'passing' });
        return;
      case 'failed':
        this.#host.tell({ type: 'log', message: 'the share card could not be drawn' });
        this.#tell({ words: t('The card could not be drawn.'), manner: 'passing' });
    }
  }

  #tell(told: Told): void {
    this.#told = told;
    this.#page.changed();
  }
}
