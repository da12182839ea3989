import * as vscode from 'vscode';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { problemWords } from '../../host/problemWords.ts';
import type { ScanView } from '../../host/scanTracker.ts';
import { onSettings, readSettings } from '../../host/settings.ts';
import type { ErrorEvent, ScanEvent } from '../../scanning/events.ts';
import type { ScanService } from '../../scanning/scanService.ts';
import type { UsageReport } from '../../usage/report.ts';
import { type StatusBarPlace, statusBarTooltip } from './statusBarTooltip.ts';
import { areOfToday, LATELY, type UsedLately, usedLately } from './usageLately.ts';
import { todayWords } from './usageWords.ts';

/** The item's command and identity; VS Code's own menu of the status bar hides and shows it by this id. */
const ITEM_ID = 'hermesAchievements.statusBar';
/** The tooltip tells an age in minutes, so it is written anew twice a minute. */
const AGEING_MS = 30_000;

/** The history behind the item. */
interface StatusBarHistory extends ScanService {
  readonly place: StatusBarPlace;
  readonly scan: ScanView | null;
  /** Whether Hermes has a session database here. */
  exists(): Promise<boolean>;
  /** Calls back when the user asks for a scan. */
  onAsk(listener: () => void): () => void;
  /** Calls back when another history is shown, of which nothing is known yet. */
  onSwitch(listener: () => void): () => void;
  /** Calls back when it is known whether there is a history. */
  onLook(listener: () => void): vscode.Disposable;
}

/**
 * `$(star-full) 37/60` at the left, or what was used today, or both; a spinner and the percentage while a scan runs that
 * was asked for, a warning after a failure. Where there is no history there is no item. A quiet refresh changes nothing
 * but the figures.
 */
export class AchievementsStatusBarItem {
  readonly #item: vscode.StatusBarItem;
  readonly #history: StatusBarHistory;
  readonly #subscriptions: vscode.Disposable;
  readonly #ageing: NodeJS.Timeout;
  #visible = readSettings().statusBarVisible;
  #hasHistory = false;
  #error: string | undefined;
  #tooltip: string | undefined;
  /** Undefined while it is not known. */
  #usage: UsageReport | undefined;

  constructor(history: StatusBarHistory) {
    this.#history = history;
    this.#item = vscode.window.createStatusBarItem(ITEM_ID, vscode.StatusBarAlignment.Left, 10);
    this.#item.name = vscode.l10n.t('Hermes Achievements');
    this.#item.command = 'hermesAchievements.open';
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      new vscode.Disposable(history.onEvent((event) => this.#receive(event))),
      new vscode.Disposable(history.onAsk(() => this.#draw())),
      new vscode.Disposable(history.onSwitch(() => this.#forget())),
      history.onLook(() => void this.#look()),
      onSettings(() => {
        this.#visible = readSettings().statusBarVisible;
        this.#draw();
        this.#showOrHide();
      }),
    );
    this.#ageing = setInterval(() => this.#age(), AGEING_MS);
  }

  dispose(): void {
    clearInterval(this.#ageing);
    this.#subscriptions.dispose();
  }

  /** Draws anew what is known of the history, if there is one. */
  async #look(): Promise<void> {
    this.#hasHistory = await this.#history.exists();
    this.#draw();
    this.#showOrHide();
  }

  #receive(event: ScanEvent): void {
    switch (event.event) {
      case 'chunk':
        return;
      case 'metadata':
      case 'progress':
        if (this.#history.scan?.quiet) return;
        this.#error = undefined;
        break;
      case 'done':
        this.#error = undefined;
        void this.#askUsage();
        break;
      case 'error':
        void this.#fail(event);
        return;
    }
    this.#hasHistory = true;
    this.#draw();
    this.#showOrHide();
  }

  #forget(): void {
    this.#error = undefined;
    this.#usage = undefined;
  }

  #age(): void {
    if (this.#usage && !areOfToday(this.#usage)) void this.#askUsage();
    this.#draw();
  }

  /** Nothing is said of usage where it cannot be told; the scan says what is the matter. */
  async #askUsage(): Promise<void> {
    const { place } = this.#history;
    const answer = await this.#history.ask(LATELY).catch(() => undefined);
    if (place !== this.#history.place) return;
    this.#usage = answer?.report;
    this.#draw();
  }

  /** Not to have Hermes is no failure. */
  async #fail({ problem, cancelled }: ErrorEvent): Promise<void> {
    this.#error = cancelled ? undefined : problemWords(problem);
    if (!this.#history.current) await this.#look();
    else this.#draw();
  }

  #showOrHide(): void {
    if (this.#visible && this.#hasHistory) this.#item.show();
    else this.#item.hide();
  }

  /** Sets only what differs: whatever is set is drawn anew, also under the mouse of who reads it. */
  #draw(): void {
    const { current, place, scan } = this.#history;
    const progress = scan?.quiet ? null : scan;
    const label = this.#label(current);
    const usage = this.#usage ? usedLately(this.#usage) : [];
    this.#item.text = progress ? progressText(progress) : `${this.#icon} ${this.#content(current, usage[0])}`;
    this.#item.backgroundColor = this.#error
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    if (this.#item.accessibilityInformation?.label !== label)
      this.#item.accessibilityInformation = { label, role: 'button' };
    const shown = { snapshot: current, usage, status: this.#history.status(), scan, error: this.#error };
    const tooltip = statusBarTooltip(place, shown);
    if (tooltip.value === this.#tooltip) return;
    this.#tooltip = tooltip.value;
    this.#item.tooltip = tooltip;
  }

  #content(snapshot: Snapshot | undefined, today: UsedLately | undefined): string {
    const content = readSettings().statusBarContent;
    if (content === 'badges' || !today) return counts(snapshot);
    const used = todayWords(today);
    return content === 'both' ? `${counts(snapshot)} · ${used}` : used;
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

function progressText({ scanned, total }: ScanView): string {
  return total ? `$(sync~spin) ${Math.floor((100 * scanned) / total)}%` : '$(sync~spin)';
}

function counts(snapshot: Snapshot | undefined): string {
  return snapshot ? `${snapshot.unlocked_count}/${snapshot.total_count}` : '–';
}
