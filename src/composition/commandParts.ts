import type * as vscode from 'vscode';
import type { ActiveHistory } from '../host/activeHistory.ts';
import type { PlaceKeeper } from '../host/placeKeeper.ts';
import type { WatchingTeller } from '../host/watching.ts';
import type { LazyPanel } from '../surfaces/panel/lazyPanel.ts';

/** What commands work with. */
export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: LazyPanel;
  readonly watching: WatchingTeller;
  readonly log: vscode.LogOutputChannel;
}
