import { config, t } from '@vscode/l10n';
import type { Achievement } from '../../../badges/achievement.ts';
import type { SharePurpose, ToHost, ToWebview, ViewState } from '../protocol.ts';
import type { Intent } from './intents.ts';
import { afterMessage, INITIAL_MODEL, latestNews, type PanelModel } from './panelModel.ts';
import { copyPicture, drawShareCard } from './sharePicture.ts';

/** The host as the controller needs it. */
export interface PanelHost {
  tell(message: ToHost): void;
}

/** Turns what the host says and what the user wants into the model that the panel draws. */
export class PanelController {
  readonly #host: PanelHost;
  readonly #changed: () => void;
  #model: PanelModel = INITIAL_MODEL;
  #openBadge: string | null = null;
  /** A sentence for screen readers and for the eye, about something that has just been done. */
  #status = '';
  /** Up to which moment the host knows that the user has seen what is new. */
  #toldSeen = 0;

  /** @param changed something has to be drawn anew */
  constructor(host: PanelHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  get model(): PanelModel {
    return this.#model;
  }

  get status(): string {
    return this.#status;
  }

  get openBadge(): Achievement | undefined {
    return this.#model.snapshot?.achievements.find(({ id }) => id === this.#openBadge);
  }

  receive(message: ToWebview): void {
    if (message.type === 'init') {
      config({ contents: message.words });
      this.#openBadge = null;
      this.#toldSeen = message.seen_until ?? 0;
    }
    if (message.type === 'reveal') this.#openBadge = message.badge;
    const before = this.#model;
    this.#model = afterMessage(before, message);
    this.#status = this.#statusAfter(before, message);
    this.#changed();
    if (message.type === 'drawShareCard') void this.#share(message.id, message.purpose);
  }

  act(intent: Intent): void {
    switch (intent.type) {
      case 'view':
        this.changeView(intent.change);
        break;
      case 'openBadge':
        this.#openBadge = intent.id;
        break;
      case 'closeBadge':
        this.#openBadge = null;
        break;
      case 'dismissCelebration':
        this.#model = { ...this.#model, celebrated: [] };
        break;
      case 'share':
        void this.#share(intent.id, intent.purpose);
        return;
      default:
        this.#host.tell(intent);
        return;
    }
    this.#changed();
  }

  changeView(change: Partial<ViewState>): void {
    const view = { ...this.#model.view, ...change };
    this.#model = { ...this.#model, view };
    this.#host.tell({ type: 'viewState', view });
  }

  /** The panel has been drawn and is looked at: what is new has been shown. The marks stay until it is opened again. */
  shown(): void {
    const { snapshot, timeline } = this.#model;
    if (!snapshot || snapshot.generated_at === 0) return;
    const until = Math.max(latestNews(timeline), snapshot.generated_at);
    if (until <= this.#toldSeen) return;
    this.#toldSeen = until;
    this.#host.tell({ type: 'seen', until });
  }

  async #share(id: string, purpose: SharePurpose): Promise<void> {
    const badge = this.#model.snapshot?.achievements.find((candidate) => candidate.id === id);
    if (!badge?.unlocked) return;
    try {
      const png = await drawShareCard(badge);
      const refusal = purpose === 'copy' ? await copyPicture(png) : null;
      if (purpose === 'save' || refusal !== null) {
        this.#host.tell({ type: 'shareCard', id, refusal: refusal?.slice(0, 500) ?? null, png });
        return;
      }
      this.#status = t('The card of {0} is in the clipboard.', badge.name);
      this.#changed();
    } catch {
      this.#host.tell({ type: 'log', message: 'the share card could not be drawn' });
      this.#status = t('The card could not be drawn.');
      this.#changed();
    }
  }

  /** Screen readers hear when a scan begins and how it ends, not how far it is. */
  #statusAfter(before: PanelModel, message: ToWebview): string {
    if (message.type === 'scanProgress' && before.scan === null && !message.scan.quiet) {
      return t('The scan has begun.');
    }
    if (message.type !== 'scanEnded' || before.scan?.quiet) return this.#status;
    if (message.outcome === 'failed') return t('The scan failed.');
    if (message.outcome === 'cancelled') return t('The scan was cancelled.');
    const { snapshot } = this.#model;
    if (!snapshot) return t('The scan is done.');
    return t(
      'The scan is done: {0} of {1} achievements are unlocked.',
      snapshot.unlocked_count,
      snapshot.total_count,
    );
  }
}
