import * as vscode from 'vscode';
import type { Snapshot } from '../../files/snapshot.ts';
import { problemWords } from '../../host/problemWords.ts';
import { translate } from '../../host/translate.ts';
import type { ScanEvent } from '../../scanning/events.ts';
import type { ScanService } from '../../scanning/scanService.ts';
import { type StatusBarPlace, statusBarTooltip } from './statusBarTooltip.ts';

/** The item's command and identity; VS Code's own menu of the status bar hides and shows it by this id. */
const ITEM_ID = 'hermesAchievements.statusBar';
/** The tooltip tells an age in minutes, so it is written anew twice a minute. */
const AGEING_MS = 30_000;

/** The history behind the item. */
interface StatusBarHistory extends ScanService {
  readonly place: StatusBarPlace;
}

/** `$(star-full) 37/60` at the left; a spinner and the percentage while a scan runs, a warning after a failure. */
export class AchievementsStatusBarItem {
  readonly #item: vscode.StatusBarItem;
  readonly #history: StatusBarHistory;
  readonly #unsubscribe: () => void;
  readonly #ageing: NodeJS.Timeout;
  #scanning: { percent: number | null } | undefined;
  #error: string | undefined;

  constructor(history: StatusBarHistory, visible: boolean) {
    this.#history = history;
    this.#item = vscode.window.createStatusBarItem(ITEM_ID, vscode.StatusBarAlignment.Left, 10);
    this.#item.name = vscode.l10n.t('Hermes Achievements');
    this.#item.command = 'hermesAchievements.open';
    this.#unsubscribe = history.onEvent((event) => this.#receive(event));
    this.#ageing = setInterval(() => this.refresh(), AGEING_MS);
    this.setVisible(visible);
    this.refresh();
  }

  setVisible(visible: boolean): void {
    if (visible) this.#item.show();
    else this.#item.hide();
  }

  /** Draws anew from the service, for example after another history was chosen. */
  reset(): void {
    this.#scanning = undefined;
    this.#error = undefined;
    this.refresh();
  }

  refresh(): void {
    const snapshot = this.#history.current;
    this.#item.text = this.#text(snapshot);
    this.#item.tooltip = statusBarTooltip(this.#history.place, snapshot, this.#history.status(), this.#error);
    this.#item.backgroundColor = this.#error
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.accessibilityInformation = { label: this.#label(snapshot), role: 'button' };
  }

  dispose(): void {
    clearInterval(this.#ageing);
    this.#unsubscribe();
    this.#item.dispose();
  }

  #receive(event: ScanEvent): void {
    switch (event.event) {
      case 'metadata':
        this.#error = undefined;
        this.#scanning = { percent: null };
        break;
      case 'progress':
        this.#scanning = {
          percent: event.total > 0 ? Math.floor((100 * event.scanned) / event.total) : null,
        };
        break;
      case 'done':
        this.#scanning = undefined;
        this.#error = undefined;
        break;
      case 'error':
        this.#scanning = undefined;
        this.#error = event.cancelled ? undefined : problemWords(event.message, translate);
        break;
      case 'chunk':
        return;
    }
    this.refresh();
  }

  #text(snapshot: Snapshot | undefined): string {
    if (this.#scanning) {
      const { percent } = this.#scanning;
      return percent === null ? '$(sync~spin)' : `$(sync~spin) ${percent}%`;
    }
    return `${this.#icon} ${counts(snapshot)}`;
  }

  get #icon(): string {
    if (this.#error) return '$(warning)';
    return this.#history.place.sample ? '$(beaker)' : '$(star-full)';
  }

  #label(snapshot: Snapshot | undefined): string {
    if (this.#error) return vscode.l10n.t('Hermes Achievements: {0}', this.#error);
    if (!snapshot) return vscode.l10n.t('Hermes Achievements');
    const { unlocked_count, total_count } = snapshot;
    return vscode.l10n.t('Hermes Achievements: {0} of {1} unlocked', unlocked_count, total_count);
  }
}

function counts(snapshot: Snapshot | undefined): string {
  return snapshot ? `${snapshot.unlocked_count}/${snapshot.total_count}` : '–';
}
