import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { PanelContext, RecapRhythm } from '../../src/surfaces/panel/conversation/context.ts';
import { PanelConversation } from '../../src/surfaces/panel/conversation/conversation.ts';
import type { PanelActions, PanelCommand } from '../../src/surfaces/panel/conversation/history.ts';
import { type KeyValueStore, PanelMemory } from '../../src/surfaces/panel/conversation/memory.ts';
import { panelHtml } from '../../src/surfaces/panel/panelHtml.ts';
import type { ToWebview } from '../../src/surfaces/panel/protocol.ts';
import type { FakeHistory } from './fakeHistory.ts';
import { MapStore } from './mapStore.ts';
import type { Theme } from './themes.ts';

const ORIGIN = 'https://panel.test';
const ROOT = join(import.meta.dirname, '..', '..');

let bundled: Promise<string> | undefined;

/** What the panel asked for: a picture, a transcript, or a command by its name. */
type ActedName = Exclude<keyof PanelActions, 'run'> | PanelCommand;

/** The webview's program as it is shipped. */
function bundle(): Promise<string> {
  bundled ??= esbuild
    .build({
      entryPoints: [join(ROOT, 'src/surfaces/panel/webview/main.ts')],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'chrome134',
      logLevel: 'silent',
    })
    .then((result) => result.outputFiles[0]!.text);
  return bundled;
}

export interface PanelPageOptions {
  history: FakeHistory;
  theme: Theme;
  width?: number;
  height?: number;
  words?: Record<string, string>;
  language?: string;
  store?: KeyValueStore;
  reducedMotion?: boolean;
  forcedColors?: boolean;
  /** Runs in the page before its own program. */
  prelude?: () => void;
  /** What the page's clock shows; epoch seconds. */
  now?: number;
  recapRhythm?: RecapRhythm;
}

/** The panel's real webview in a real browser, talking to the real host side over a history under the test's command. */
export class PanelPage {
  readonly page: Page;
  readonly history: FakeHistory;
  readonly conversation: PanelConversation;
  #hostIsDead = false;
  /** Everything that was sent to the webview. */
  readonly told: ToWebview[] = [];
  /** What the panel asked others to do. */
  readonly acted: { name: ActedName; request: unknown }[] = [];
  readonly logged: string[] = [];
  /** Violations of the content security policy and errors in the page. */
  readonly complaints: string[] = [];

  private constructor(page: Page, options: PanelPageOptions) {
    this.page = page;
    this.history = options.history;
    this.conversation = this.#converse(options);
  }

  static async open(browser: Browser, options: PanelPageOptions): Promise<PanelPage> {
    const { theme, width = 1280, height = 900, language = 'en' } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: options.forcedColors ? 'active' : 'none',
      timezoneId: 'UTC',
    });
    const panel = new PanelPage(await context.newPage(), options);
    panel.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') panel.complaints.push(message.text());
    });
    panel.page.on('pageerror', (error) => panel.complaints.push(String(error)));
    if (options.now !== undefined) await panel.page.clock.setFixedTime(options.now * 1000);
    await panel.page.exposeFunction('tellHost', (data: unknown) => panel.#hear(revived(data)));
    await panel.page.addInitScript(standInForVsCode);
    const themed = `(${putOnTheme})(${JSON.stringify(theme)})`;
    await panel.page.addInitScript(`document.addEventListener('DOMContentLoaded', () => ${themed})`);
    if (options.prelude) await panel.page.addInitScript(options.prelude);
    await panel.#serve(language);
    await panel.page.goto(`${ORIGIN}/`);
    return panel;
  }

  /** Changes the theme under the open page, as VS Code does when its user chooses another, and whether colours are forced. */
  async changeLook(theme: Theme, { forcedColors }: { forcedColors: boolean }): Promise<void> {
    await this.page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
    await this.page.evaluate(putOnTheme, theme);
  }

  /** From now on nobody hears what the page says, and nobody says anything to it. */
  hostDies(): void {
    this.#hostIsDead = true;
  }

  hostLives(): void {
    this.#hostIsDead = false;
  }

  /** Waits until the panel has asked others to do something. */
  async nextAction(): Promise<(typeof this.acted)[number]> {
    while (this.acted.length === 0) await sleep(20);
    return this.acted.shift()!;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  #hear(data: unknown): void {
    if (!this.#hostIsDead) this.conversation.receive(data);
  }

  #converse({ history, store, words = {}, recapRhythm = 'off' }: PanelPageOptions): PanelConversation {
    const context: PanelContext = {
      history,
      actions: this.#actions(),
      memory: new PanelMemory(store ?? new MapStore()),
      language: {
        words,
        translate: (message, ...values) =>
          (words[message] ?? message).replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
      },
      recapRhythm: () => recapRhythm,
      log: (_level, message) => this.logged.push(message),
    };
    return new PanelConversation(context, (message) => {
      if (this.#hostIsDead) return;
      this.told.push(message);
      this.page
        .evaluate((data) => window.postMessage(data, '*'), message)
        .catch((error) => {
          // What the host says last may come when the panel is closed.
          if (!this.page.isClosed()) throw error;
        });
    });
  }

  #actions(): PanelActions {
    const note =
      (name: ActedName) =>
      (request?: unknown): void => {
        this.acted.push({ name, request });
      };
    return {
      openTranscript: note('openTranscript'),
      shareCard: note('shareCard'),
      saveRecap: note('saveRecap'),
      run: (command) => note(command)(),
    };
  }

  async #serve(language: string): Promise<void> {
    const html = panelHtml({
      cspSource: ORIGIN,
      nonce: 'nonce-of-the-test',
      scriptUri: `${ORIGIN}/panel.js`,
      codiconsUri: `${ORIGIN}/codicon.css`,
      language,
      title: 'Hermes Achievements',
    });
    const codicons = join(ROOT, 'node_modules/@vscode/codicons/dist');
    await this.page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
      if (pathname === '/panel.js')
        return route.fulfill({ contentType: 'text/javascript', body: await bundle() });
      const type = pathname.endsWith('.css') ? 'text/css' : 'font/ttf';
      return route.fulfill({ contentType: type, body: await readFile(join(codicons, pathname)) });
    });
  }
}

/** What VS Code does in a webview's page before the page's own program runs. */
function standInForVsCode(): void {
  const base64Of = (bytes: Uint8Array): string =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const tellHost = (message: unknown): unknown =>
    (globalThis as unknown as { tellHost(data: unknown): unknown }).tellHost(message);
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: (message: { png?: Uint8Array }) =>
        tellHost(message.png ? { ...message, png: { base64: base64Of(message.png) } } : message),
    }),
  });
}

/** What VS Code does in a webview's page when the theme is another, and at first. */
function putOnTheme(theme: Theme): void {
  document.body.className = theme.kind;
  const { style } = document.documentElement;
  for (const name of [...style].filter((name) => name.startsWith('--vscode-'))) style.removeProperty(name);
  for (const [name, value] of Object.entries(theme.variables)) style.setProperty(`--vscode-${name}`, value);
}

/** Bytes cross from the browser as text. */
function revived(data: unknown): unknown {
  const message = data as { png?: { base64: string } };
  return message.png
    ? { ...message, png: Uint8Array.from(Buffer.from(message.png.base64, 'base64')) }
    : message;
}
