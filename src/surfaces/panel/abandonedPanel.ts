import * as vscode from 'vscode';
import { panelTab } from './panelTab.ts';

/** In the state of the workspace: the window's session in which an extension host has shown the panel. */
const SHOWN_IN = 'panelShownIn';
/** VS Code brings back a panel of a session before within this time from when its tab is looked at. */
const RESTORING_MS = 1_000;

/**
 * Finds a panel whose extension host has died. VS Code leaves its tab as it was, with a page that nobody answers, and
 * gives it to no later host; a tab that waits to be restored after a reload looks the same from here, but was shown in
 * another session of the window.
 */
export class AbandonedPanel {
  readonly #state: vscode.Memento;
  readonly #viewType: string;
  readonly #mayBeThere: boolean;
  #listener: vscode.Disposable | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param state of the workspace, which outlives the extension host */
  constructor(state: vscode.Memento, viewType: string) {
    this.#state = state;
    this.#viewType = viewType;
    this.#mayBeThere = state.get(SHOWN_IN) === vscode.env.sessionId;
  }

  /** Notes that the panel is there, or that the user has closed it. */
  async note(isOpen: boolean): Promise<void> {
    await this.#state.update(SHOWN_IN, isOpen ? vscode.env.sessionId : undefined);
  }

  /**
   * Calls back once an abandoned panel is in sight. Where VS Code gives every session the same name (it does without
   * telemetry), one that is just being restored is taken for abandoned unless that is done in time; the caller has it
   * by then, and nothing is lost but a moment.
   */
  whenInSight(found: () => void): void {
    if (!this.#mayBeThere) return;
    const look = (): void => {
      if (this.#timer || !panelTab(this.#viewType)?.isActive) return;
      this.#listener?.dispose();
      this.#timer = setTimeout(found, RESTORING_MS);
    };
    this.#listener = vscode.window.tabGroups.onDidChangeTabs(look);
    look();
  }

  dispose(): void {
    this.#listener?.dispose();
    clearTimeout(this.#timer);
  }
}
