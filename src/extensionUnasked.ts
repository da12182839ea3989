/** What a window does unasked, a turn after its start. */
import * as vscode from 'vscode';
import type { ActiveHistory } from './host/activeHistory.ts';
import { keepContextKeys } from './host/contextKeys.ts';
import { followSettings, type PlaceKeeper } from './host/placeKeeper.ts';
import { logScans } from './host/scanLog.ts';
import { readSettings } from './host/settings.ts';
import type { WatchingTeller } from './host/watching.ts';
import { autoRefreshWhileWanted } from './surfaces/autoRefresh/whileWanted.ts';
import { UnlockNotifications } from './surfaces/notifications/unlockNotifications.ts';
import type { LazyPanel } from './surfaces/panel/lazyPanel.ts';
import { AchievementsStatusBarItem } from './surfaces/statusBar/achievementsStatusBarItem.ts';

export interface UnaskedParts {
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: LazyPanel;
  readonly watching: WatchingTeller;
  readonly log: vscode.LogOutputChannel;
}

export function doUnasked({ history, places, panel, watching, log }: UnaskedParts): vscode.Disposable {
  const features = vscode.Disposable.from(
    keepContextKeys(history),
    logScans(history, log),
    new AchievementsStatusBarItem(history),
    new UnlockNotifications({
      history,
      level: () => readSettings().notifications,
      open: (badge) => void panel.reveal(badge),
    }),
    autoRefreshWhileWanted(history, watching, log),
    followSettings(history, places),
  );
  const look = async (): Promise<void> => {
    if (!(await history.look())) log.info(`There is no Hermes history at ${history.place.home} yet`);
  };
  history.onSwitch(() => void look());
  void look();
  panel.takeOverAbandoned();
  return features;
}
