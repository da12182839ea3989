import * as vscode from 'vscode';
import type { AchievementsPanel, AchievementsPanelOptions } from './achievementsPanel.ts';
import type { SharePurpose } from './protocol.ts';

/** Also named in package.json, among the activation events. */
const PANEL_VIEW_TYPE = 'hermesAchievements.panel';

/** The panel, whose making is loaded when it is first wanted: most windows never open it. */
export class LazyPanel implements vscode.WebviewPanelSerializer {
  readonly #options: Omit<AchievementsPanelOptions, 'viewType'>;
  readonly #registration: vscode.Disposable;
  #panel: Promise<AchievementsPanel> | undefined;

  constructor(options: Omit<AchievementsPanelOptions, 'viewType'>) {
    this.#options = options;
    this.#registration = vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, this);
  }

  async show(): Promise<void> {
    (await this.#wanted()).show();
  }

  /** VS Code restores a panel of the session before. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    (await this.#wanted()).restore(panel);
  }

  /** Tells a panel that is open, see `AchievementsPanel`. */
  async expectScan(): Promise<void> {
    (await this.#panel)?.expectScan();
  }

  async share(id: string, purpose: SharePurpose): Promise<void> {
    (await this.#wanted()).share(id, purpose);
  }

  async reveal(badge: string | null): Promise<void> {
    (await this.#wanted()).reveal(badge);
  }

  dispose(): void {
    this.#registration.dispose();
    void this.#panel?.then((panel) => panel.dispose());
  }

  #wanted(): Promise<AchievementsPanel> {
    this.#panel ??= import('./achievementsPanel.ts').then(
      ({ AchievementsPanel }) => new AchievementsPanel({ ...this.#options, viewType: PANEL_VIEW_TYPE }),
    );
    return this.#panel;
  }
}
