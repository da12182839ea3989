/** Introduces the parts to each other; everything else is done by them. */
import * as vscode from 'vscode';
import { registerCommands } from './composition/commands.ts';
import { panelActions } from './composition/panelActions.ts';
import { sessionTitle } from './composition/sessionTitle.ts';
import { ActiveHistory, isSamePlace } from './host/activeHistory.ts';
import { ContextKeys } from './host/contextKeys.ts';
import { coordinatorOpener } from './host/openCoordinator.ts';
import { PlaceKeeper } from './host/placeKeeper.ts';
import { logScanEnd } from './host/scanLog.ts';
import { readSettings, SECTION } from './host/settings.ts';
import { type HermesAchievementsApi, publicApi } from './surfaces/api/publicApi.ts';
import { AutoRefresh } from './surfaces/autoRefresh/autoRefresh.ts';
import { registerAchievementsTool } from './surfaces/languageModel/achievementsTool.ts';
import { announceUnlocks } from './surfaces/notifications/unlockNotifications.ts';
import { AchievementsPanel } from './surfaces/panel/achievementsPanel.ts';
import { AchievementsStatusBarItem } from './surfaces/statusBar/achievementsStatusBarItem.ts';
import { Transcripts } from './surfaces/transcript/transcripts.ts';

let active: ActiveHistory | undefined;

export function activate(context: vscode.ExtensionContext): HermesAchievementsApi {
  const log = vscode.window.createOutputChannel('Hermes Achievements', { log: true });
  const places = new PlaceKeeper(context.workspaceState, log);
  const history = new ActiveHistory(places.current(), coordinatorOpener(context, log));
  active = history;

  const logLine = (level: 'info' | 'warn' | 'error', message: string): void => log[level](message);
  const transcripts = new Transcripts({
    home: () => history.place.home,
    worker: context.asAbsolutePath('dist/transcriptWorker.cjs'),
    titleOf: (session) => sessionTitle(history.current, session),
    log: logLine,
  });
  const panel = new AchievementsPanel({
    extensionUri: context.extensionUri,
    history,
    actions: panelActions((request) => void transcripts.open(request), log),
    store: context.globalState,
    log: logLine,
  });
  const contextKeys = new ContextKeys();
  const statusBar = new AchievementsStatusBarItem(history, readSettings().statusBarVisible);
  const autoRefresh = new AutoRefresh(() => history.rescan({ full: false }).catch(() => undefined));

  context.subscriptions.push(
    log,
    transcripts,
    panel,
    statusBar,
    ...registerCommands({ context, history, places, panel, log }),
    registerAchievementsTool(history),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SECTION))
        applySettings(change.affectsConfiguration(`${SECTION}.historyMode`));
    }),
    { dispose: () => autoRefresh.stop() },
  );
  history.onEvent((event) => {
    contextKeys.follow(event);
    logScanEnd(log, event);
    if (event.event === 'done' && !history.place.sample) {
      void announceUnlocks(event, readSettings().notifications, () => panel.show());
    }
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
    contextKeys.show(history);
    statusBar.refresh();
  }

  watch();
  void lookAtHistory();
  return publicApi(history);
}

/** VS Code waits for this: what is only in memory is written down. */
export async function deactivate(): Promise<void> {
  await active?.dispose();
}
