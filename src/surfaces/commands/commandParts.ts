import type * as vscode from 'vscode';
import type { ActiveHistory } from '../../host/activeHistory.ts';
import type { PlaceKeeper } from '../../host/placeKeeper.ts';
import type { Watching } from '../../host/watching.ts';
import type { RecapPeriod } from '../../recap/period.ts';

/** What commands work with. */
export interface CommandParts {
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: CommandPanel;
  readonly watching: { readonly now: Watching };
  readonly log: vscode.LogOutputChannel;
  /** Where a sample history is written, and the worker's program that writes it. */
  readonly sample: { readonly storage: vscode.Uri; readonly workerFile: string };
}

/** The panel as commands know it. */
interface CommandPanel {
  show(): Promise<void>;
  /** The user looks at it: it tells itself how a scan goes. */
  isInSight(): Promise<boolean>;
  share(id: string, purpose: SharePurpose): Promise<void>;
  /** Brings it to the front with one of its pages, and with a recap on it where one is named. */
  showPage(page: 'activity' | 'usage', recap?: RecapPeriod): Promise<void>;
}

/** What is to become of the picture of a badge. */
export type SharePurpose = 'save' | 'copy';
