import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleMessage } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import { putExtension } from '../runtime/installedExtension.ts';
import { type Log, logTail, readLogs } from '../runtime/logs.ts';
import { temporaryFolder } from '../runtime/places.ts';
import {
  QUIET,
  type Settings,
  writeMachineSettings,
  writeUserSettings,
  writeWorkspaceSettings,
} from '../runtime/settings.ts';
import { type ServerOptions, startVsCodeServer, type VsCodeServer } from '../runtime/vscodeServer.ts';

import { openPage, type WindowOptions } from './openPage.ts';
import { Workbench } from './workbench.ts';

export interface VsCodeOptions {
  /** The Hermes home that the machine's environment names. */
  readonly home: string;
  /** The user's settings, besides those that quieten the window. */
  readonly settings?: Settings;
  /** Settings of machine scope. */
  readonly machineSettings?: Settings;
  /** Settings that come with the folder that is opened. */
  readonly workspaceSettings?: Settings;
  /** Trusts no folder before the user says so; else every folder is trusted. */
  readonly workspaceTrust?: boolean;
}

const running = new Set<VsCode>();

/** A fresh VS Code with the packaged extension installed, and the windows that are open on it. */
export class VsCode {
  readonly folder: string;
  readonly workspace: string;
  readonly windows: Workbench[] = [];
  readonly #dataFolder: string;
  readonly #serverOptions: ServerOptions;
  #server: VsCodeServer;
  readonly #console: string[] = [];
  readonly #settings: Settings;
  #neededUntil: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, options: ServerOptions, server: VsCodeServer, settings: Settings) {
    this.folder = folder;
    this.workspace = join(folder, 'workspace');
    this.#dataFolder = options.dataFolder;
    this.#serverOptions = options;
    this.#server = server;
    this.#settings = settings;
  }

  static async start(options: VsCodeOptions): Promise<VsCode> {
    const folder = await temporaryFolder('user');
    const dataFolder = join(folder, 'server');
    const settings = { ...QUIET, ...options.settings };
    await mkdir(join(folder, 'workspace'));
    await writeUserSettings(dataFolder, settings);
    if (options.machineSettings) await writeMachineSettings(dataFolder, options.machineSettings);
    if (options.workspaceSettings)
      await writeWorkspaceSettings(join(folder, 'workspace'), options.workspaceSettings);
    await putExtension(dataFolder);
    const { home, workspaceTrust = false } = options;
    const serverOptions = { dataFolder, workspaceTrust, env: { HERMES_HOME: home } };
    const server = await startVsCodeServer(serverOptions);
    const vscode = new VsCode(folder, serverOptions, server, settings);
    running.add(vscode);
    return vscode;
  }

  /** Those that a failing test may have to be asked about. */
  static get running(): Iterable<VsCode> {
    return running;
  }

  /** Opens a window on an empty folder and waits until the extension is at work in it. */
  async openWindow(options: WindowOptions = {}): Promise<Workbench> {
    const page = await openPage(options);
    page.on('console', (message) => this.#note(message));
    page.on('pageerror', (error) => this.#console.push(`[uncaught] ${error.stack ?? error.message}`));
    options.beforeLoad?.(page);
    const workbench = new Workbench(page, this.#settings);
    this.windows.push(workbench);
    await page.goto(`${this.#server.address}/?${new URLSearchParams({ folder: this.workspace })}`);
    if (options.hasHistory ?? true) await workbench.ready();
    else await this.#looked(workbench);
    return workbench;
  }

  /** Waits until the extension has looked for a history, and found none. */
  async #looked(workbench: Workbench): Promise<void> {
    await workbench.stands();
    await eventually(async () =>
      assert.ok((await this.logs()).some(({ text }) => text.includes('There is no Hermes history at'))),
    );
  }

  /** Replaces the settings of machine scope; windows take them up at once. */
  async changeMachineSettings(settings: Settings): Promise<void> {
    await writeMachineSettings(this.#dataFolder, settings);
  }

  /** Replaces the settings that come with the folder; windows take them up at once. */
  async changeWorkspaceSettings(settings: Settings): Promise<void> {
    await writeWorkspaceSettings(this.workspace, settings);
  }

  /** Everything logged so far: by VS Code, by the extension hosts, by the extension. */
  logs(): Promise<Log[]> {
    return readLogs(this.#dataFolder);
  }

  /** What helps to understand a failure: the ends of the logs and of the windows' consoles. */
  async trouble(): Promise<string> {
    return `${await logTail(this.#dataFolder)}\n--- console\n${this.#console.slice(-25).join('\n')}`;
  }

  /**
   * Ends the process that the extensions of the one window run in, as a crash would, and waits until they are at work in
   * the one that VS Code puts in its place: it does so twice in five minutes.
   */
  async killExtensionHost(): Promise<void> {
    const [{ page, statusBarItem }] = this.windows as [Workbench];
    await statusBarItem.item.evaluate((item) => item.setAttribute('data-before', ''));
    const { text } = (await this.logs()).find(({ name }) => name.endsWith('remoteagent.log'))!;
    const [, id] = [...text.matchAll(/<(\d+)> Launched Extension Host Process/g)].at(-1)!;
    process.kill(Number(id), 'SIGKILL');
    // The extension puts its item there once it follows the history again.
    await statusBarItem.item.and(page.locator(':not([data-before])')).waitFor();
  }

  /** Ends the server and starts it again at the same address, then loads every window anew. */
  async restart(): Promise<void> {
    await this.#server.stop();
    const port = Number(new URL(this.#server.address).port);
    this.#server = await startVsCodeServer({ ...this.#serverOptions, port });
    for (const window of this.windows) {
      await window.page.reload();
      await window.ready();
    }
  }

  /** Lets it stand until something is done that needs it, even if it is stopped before. */
  stopAfter(done: Promise<unknown>): void {
    this.#neededUntil = done;
  }

  async stop(): Promise<void> {
    running.delete(this);
    await this.#neededUntil;
    for (const { page } of this.windows) await page.context().close();
    await this.#server.stop();
  }

  #note(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') {
      this.#console.push(`[${message.type()}] ${message.text()}`);
    }
  }
}
