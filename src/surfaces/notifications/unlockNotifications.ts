import * as vscode from 'vscode';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import type { NotificationLevel } from '../../host/settings.ts';
import { translate } from '../../host/translate.ts';
import type { ScanEvent } from '../../scanning/events.ts';
import type { ScanService } from '../../scanning/scanService.ts';
import { type Announcement, announcementOf } from './announcement.ts';

/** The history whose unlocks are announced. */
interface AnnouncedHistory extends ScanService {
  readonly place: { readonly sample: boolean };
  onSwitch(listener: () => void): () => void;
  /** What no window has announced yet; from now on it is for the asker to announce. */
  claimNews(): Promise<readonly UnlockNews[]>;
}

export interface NotificationsOptions {
  readonly history: AnnouncedHistory;
  /** Asked each time, so that a changed setting counts at once. */
  readonly level: () => NotificationLevel;
  /** Shows the one badge that was announced; null where there were several. */
  readonly open: (badge: string | null) => void;
}

/**
 * Announces what scans unlocked, in one message, in the window in use: of all windows on a history the focused one
 * claims the news. Where none is focused they wait for the first that the user comes back to.
 */
export class UnlockNotifications {
  readonly #options: NotificationsOptions;
  readonly #listeners: readonly vscode.Disposable[];
  /** A scan has ended since news were last claimed; `first` if one of them was the history's first. */
  #waiting: { first: boolean } | undefined;

  constructor(options: NotificationsOptions) {
    this.#options = options;
    const { history } = options;
    this.#listeners = [
      new vscode.Disposable(history.onEvent((event) => this.#receive(event))),
      new vscode.Disposable(history.onSwitch(() => (this.#waiting = undefined))),
      vscode.window.onDidChangeWindowState(() => void this.#announce()),
    ];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #receive(event: ScanEvent): void {
    if (event.event !== 'done' || this.#options.history.place.sample) return;
    this.#waiting = { first: event.first_scan || (this.#waiting?.first ?? false) };
    void this.#announce();
  }

  async #announce(): Promise<void> {
    if (!this.#waiting || !vscode.window.state.focused) return;
    const { first } = this.#waiting;
    this.#waiting = undefined;
    const { history, level } = this.#options;
    const news = await history.claimNews().catch(() => []);
    if (news.length === 0 || !history.current) return;
    const occasion = { news, first, snapshot: history.current, level: level() };
    const announcement = announcementOf(occasion, translate);
    if (announcement) await this.#tell(announcement);
  }

  async #tell({ message, badge }: Announcement): Promise<void> {
    const open = vscode.l10n.t('Open');
    if ((await vscode.window.showInformationMessage(message, open)) === open) this.#options.open(badge);
  }
}
