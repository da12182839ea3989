import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { translate } from '../../host/translate.ts';
import type { RecapPeriod } from '../../recap/period.ts';
import type { PanelContext } from './conversation/context.ts';
import { PanelConversation } from './conversation/conversation.ts';
import type { PanelActions, PanelHistory } from './conversation/history.ts';
import { PanelMemory } from './conversation/memory.ts';
import { panelWords } from './conversation/words.ts';
import { panelHtml } from './panelHtml.ts';
import { panelTab } from './panelTab.ts';
import type { PageName } from './protocol/viewState.ts';
import type { SharePurpose } from './protocol.ts';

export interface AchievementsPanelOptions {
  /** As package.json names it. */
  readonly viewType: string;
  readonly extensionUri: vscode.Uri;
  readonly history: PanelHistory;
  readonly actions: PanelActions;
  /** Where the view state of each home is remembered. */
  readonly store: vscode.Memento;
  /** Told when the panel is there, and when the user has closed it. */
  readonly onOpen: (isOpen: boolean) => void;
  readonly recapRhythm: PanelContext['recapRhythm'];
  readonly log: PanelContext['log'];
}

/** The achievements panel: at most one in a window, in an editor tab, restored when the window is. */
export class AchievementsPanel {
  readonly #viewType: string;
  readonly #files: vscode.Uri;
  readonly #icon: vscode.Uri;
  readonly #context: PanelContext;
  readonly #onOpen: (isOpen: boolean) => void;
  #open: { panel: vscode.WebviewPanel; conversation: PanelConversation } | undefined;
  /** What was asked of the webview before it was there to do it. */
  #wanted: ((conversation: PanelConversation) => void) | undefined;

  constructor(options: AchievementsPanelOptions) {
    const { viewType, extensionUri, history, actions, store, onOpen, recapRhythm, log } = options;
    this.#onOpen = onOpen;
    this.#viewType = viewType;
    this.#files = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    this.#icon = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    const language = { words: panelWords(vscode.l10n.bundle), translate };
    this.#context = { history, actions, memory: new PanelMemory(store), language, recapRhythm, log };
  }

  /** Opens the panel, or brings it to the front. */
  show(): void {
    if (this.#open) {
      this.#open.panel.reveal();
      return;
    }
    this.#create(panelTab(this.#viewType), false);
  }

  /** Takes the place of a panel that nobody answers; the focus stays where it is. */
  takeOver(): void {
    const abandoned = panelTab(this.#viewType);
    if (abandoned && !this.#open) this.#create(abandoned, true);
  }

  /** Takes in a panel of the session before. */
  restore(panel: vscode.WebviewPanel): void {
    if (this.#open) panel.dispose();
    else this.#attach(panel);
  }

  /** The user looks at the panel, which then tells what happens. */
  get isInSight(): boolean {
    return this.#open?.panel.visible ?? false;
  }

  /** Lets the webview draw the picture of an unlocked badge; it comes back through the action `shareCard`. */
  share(id: string, purpose: SharePurpose): void {
    this.#want((conversation) => conversation.drawShareCard(id, purpose));
    if (!this.#open?.panel.visible) this.show();
  }

  /** Brings the panel to the front with a badge in detail; without one, with what is new. */
  reveal(badge: string | null): void {
    this.#want((conversation) => conversation.reveal(badge));
    this.show();
  }

  /** Brings the panel to the front with one of its pages, and with a recap on it where one is named. */
  showPage(page: PageName, recap: RecapPeriod | null): void {
    this.#want((conversation) => conversation.showPage(page, recap));
    this.show();
  }

  /** The panel itself stays: the next extension host takes it over. */
  dispose(): void {
    this.#open?.conversation.dispose();
  }

  /** @param former a tab that cannot be brought to life, in whose place the new one comes */
  #create(former: vscode.Tab | undefined, preserveFocus: boolean): void {
    const viewColumn = former?.group.viewColumn ?? vscode.ViewColumn.Active;
    const title = vscode.l10n.t('Hermes Achievements');
    const place = { viewColumn, preserveFocus };
    this.#attach(vscode.window.createWebviewPanel(this.#viewType, title, place));
    if (former) void vscode.window.tabGroups.close(former, true);
  }

  #attach(panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    this.#onOpen(true);
    const conversation = new PanelConversation(this.#context, (message) => {
      void webview.postMessage(message);
      if (message.type === 'init') this.#doWanted();
    });
    this.#open = { panel, conversation };
    const listeners = [
      webview.onDidReceiveMessage((data: unknown) => conversation.receive(data)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) conversation.pause();
      }),
    ];
    panel.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      conversation.dispose();
      this.#open = undefined;
      this.#onOpen(false);
    });
    panel.iconPath = this.#icon;
    webview.options = { enableScripts: true, localResourceRoots: [this.#files], enableForms: false };
    webview.html = this.#html(webview);
  }

  /** Asks it of the webview that is in sight, else of the next one that has something to draw. */
  #want(wanted: (conversation: PanelConversation) => void): void {
    this.#wanted = wanted;
    if (this.#open?.conversation.isReady) this.#doWanted();
  }

  #doWanted(): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (this.#open) wanted?.(this.#open.conversation);
  }

  #html(webview: vscode.Webview): string {
    const uri = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#files, file)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: randomBytes(24).toString('base64url'),
      scriptUri: uri('panel.js'),
      codiconsUri: uri('codicon.css'),
      language: vscode.env.language,
      title: vscode.l10n.t('Hermes Achievements'),
    });
  }
}
