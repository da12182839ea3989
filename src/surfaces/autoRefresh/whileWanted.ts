import * as vscode from 'vscode';
import { onSettings, readSettings } from '../../host/settings.ts';
import type { WatchingTeller } from '../../host/watching.ts';
import { AutoRefresh } from './autoRefresh.ts';

/** The history that is refreshed. */
interface RefreshedHistory {
  readonly place: { readonly home: string };
  refresh(): Promise<void>;
  onSwitch(listener: () => void): () => void;
}

/** Follows what Hermes writes to the history shown, as long as the setting says so. */
export function autoRefreshWhileWanted(
  history: RefreshedHistory,
  watching: WatchingTeller,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const autoRefresh = new AutoRefresh(() => history.refresh(), { onBlind: (message) => log.warn(message) });
  watching.follow(() => autoRefresh.watching);
  const follow = (): void => {
    if (readSettings().autoRefresh) autoRefresh.start(history.place.home);
    else autoRefresh.stop();
  };
  follow();
  return vscode.Disposable.from(
    new vscode.Disposable(() => autoRefresh.stop()),
    new vscode.Disposable(history.onSwitch(follow)),
    onSettings(follow),
  );
}
