import * as vscode from 'vscode';
import type { RecapPeriod } from '../../recap/period.ts';
import { AbandonedPanel } from './abandonedPanel.ts';
import type { AchievementsPanel, AchievementsPanelOptions } from './achievementsPanel.ts';
import type { PageName } from './protocol/viewState.ts';
import type { SharePurpose } from './protocol.ts';

/** Also named in package.json, among the activation events. */
const PANEL_VIEW_TYPE = 'hermesAchievements.panel';

export interface LazyPanelOptions extends Omit<AchievementsPanelOptions, 'viewType' | 'onOpen'> {
  /** The state of the workspace: it tells the next extension host that there is a panel. */
  readonly workspaceState: vscode.Memento;
}

/** The panel, whose making is loaded when it is first wanted: most windows never open it. */
export class LazyPanel implements vscode.WebviewPanelSerializer {
  readonly #options: LazyPanelOptions;
  readonly #abandoned: AbandonedPanel;
  readonly #registration: vscode.Disposable;
  #panel: Promise<AchievementsPanel> | undefined;

  constructor(options: LazyPanelOptions) {
    this.#options = options;
    this.#abandoned = new AbandonedPanel(options.workspaceState, PANEL_VIEW_TYPE);
    this.#registration = vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, this);
  }

  async show(): Promise<void> {
    (await this.#wanted()).show();
  }

  /** Takes over a panel that was left behind by an extension host that has died. */
  takeOverAbandoned(): void {
    this.#abandoned.whenInSight(async () => (await this.#wanted()).takeOver());
  }

  /** VS Code restores a panel of the session before. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    (await this.#wanted()).restore(panel);
  }

  /** The user looks at the panel, which then tells what happens. */
  async isInSight(): Promise<boolean> {
    return (await this.#panel)?.isInSight ?? false;
  }

  async share(id: string, purpose: SharePurpose): Promise<void> {
    (await this.#wanted()).share(id, purpose);
  }

  async reveal(badge: string | null): Promise<void> {
    (await this.#wanted()).reveal(badge);
  }

  async showPage(page: PageName, recap: RecapPeriod | null = null): Promise<void> {
    (await this.#wanted()).showPage(page, recap);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#abandoned.dispose();
    void this.#panel?.then((panel) => panel.dispose());
  }

  #wanted(): Promise<AchievementsPanel> {
    this.#panel ??= import('./achievementsPanel.ts').then(
      ({ AchievementsPanel }) =>
        new AchievementsPanel({
          ...this.#options,
          viewType: PANEL_VIEW_TYPE,
          onOpen: (isOpen) => void this.#abandoned.note(isOpen),
        }),
    );
    return this.#panel;
  }
}
