import * as vscode from 'vscode';
import { type ActiveHistory, isSamePlace } from '../host/activeHistory.ts';
import { ContextKeys } from '../host/contextKeys.ts';
import type { PlaceKeeper } from '../host/placeKeeper.ts';
import { logScanEnd } from '../host/scanLog.ts';
import { readSettings, SECTION } from '../host/settings.ts';
import type { WatchingTeller } from '../host/watching.ts';
import { AutoRefresh } from '../surfaces/autoRefresh/autoRefresh.ts';
import { UnlockNotifications } from '../surfaces/notifications/unlockNotifications.ts';
import type { LazyPanel } from '../surfaces/panel/lazyPanel.ts';
import { AchievementsStatusBarItem } from '../surfaces/statusBar/achievementsStatusBarItem.ts';

export interface ShownHistory {
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: LazyPanel;
  readonly watching: WatchingTeller;
  readonly log: vscode.LogOutputChannel;
}

/** What a window does unasked: it shows its history in the status bar, follows it, and announces what is unlocked. */
export function showHistory({ history, places, panel, watching, log }: ShownHistory): vscode.Disposable {
  const contextKeys = new ContextKeys();
  const statusBar = new AchievementsStatusBarItem(history, readSettings().statusBarVisible);
  const autoRefresh = new AutoRefresh(() => history.refresh(), { onBlind: (message) => log.warn(message) });
  watching.follow(() => autoRefresh.watching);
  const settings = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION))
      applySettings(change.affectsConfiguration(`${SECTION}.historyMode`));
  });
  const notifications = new UnlockNotifications({
    history,
    level: () => readSettings().notifications,
    open: (badge) => void panel.reveal(badge),
  });
  history.onEvent((event) => {
    contextKeys.follow(event);
    logScanEnd(log, event);
  });
  history.onSwitch(() => {
    statusBar.reset();
    watch();
    void lookAtHistory();
  });

  function watch(): void {
    if (readSettings().autoRefresh) autoRefresh.start(history.place.home);
    else autoRefresh.stop();
  }

  function applySettings(countsAnew: boolean): void {
    statusBar.setVisible(readSettings().statusBarVisible);
    watch();
    const place = places.current();
    if (countsAnew || !isSamePlace(place, history.place)) void history.switchTo(place);
  }

  /** A window without a Hermes history stays silent; one with it shows what is known, and refreshes it if stale. */
  async function lookAtHistory(): Promise<void> {
    if (await history.exists()) await history.achievements().catch(() => undefined);
    else log.info(`There is no Hermes history at ${history.place.home} yet`);
    contextKeys.show(history);
    await statusBar.look();
  }

  watch();
  void lookAtHistory();
  panel.takeOverAbandoned();
  return vscode.Disposable.from(statusBar, notifications, settings, { dispose: () => autoRefresh.stop() });
}
