import type * as vscode from 'vscode';
import type { ActiveHistory } from '../host/activeHistory.ts';
import type { PlaceKeeper } from '../host/placeKeeper.ts';
import type { PanelDoor } from '../surfaces/panel/panelDoor.ts';

/** What commands work with. */
export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: PanelDoor;
  readonly log: vscode.LogOutputChannel;
}
