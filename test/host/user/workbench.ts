import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SCREENSHOTS } from '../runtime/places.ts';
import { Notifications } from './notifications.ts';
import { AchievementsPanel } from './panel.ts';
import { QuickInput } from './quickInput.ts';
import { StatusBarItem } from './statusBarItem.ts';
import { THEMES, type Theme } from './themes.ts';

/** A VS Code window, as its user sees and handles it. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly statusBarItem: StatusBarItem;
  readonly panel: AchievementsPanel;
  /** Changes the user's settings; what is not named stays. */
  readonly changeSettings: (changes: Record<string, unknown>) => Promise<void>;

  constructor(page: Page, changeSettings: Workbench['changeSettings']) {
    this.page = page;
    this.changeSettings = changeSettings;
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.statusBarItem = new StatusBarItem(page);
    this.panel = new AchievementsPanel(page);
  }

  /** Waits until the window stands and the extension has put its item into the status bar. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
    await this.statusBarItem.item.waitFor({ state: 'attached' });
  }

  /** The tabs of all editor groups. */
  get tabs(): Locator {
    return this.page.locator('.editor-group-container .tab');
  }

  /** The text of the editor in front: only the lines in sight are drawn. */
  get editorText(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor .view-lines');
  }

  /** A modal question of VS Code. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  async useTheme(theme: Theme): Promise<void> {
    const { setting, windowClass } = THEMES[theme];
    await this.changeSettings({ 'workbench.colorTheme': setting });
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Keeps what the window shows as `<view>-<theme>-<width>.png`. */
  async screenshot(view: string, theme: Theme): Promise<void> {
    await this.#keep(`${view}-${theme}-${this.page.viewportSize()?.width}`);
  }

  /** Keeps what the window showed when a test failed. */
  async screenshotOfFailure(test: string): Promise<string> {
    return this.#keep(`failed-${test.replace(/\W+/g, '-').slice(0, 100)}`);
  }

  async #keep(name: string): Promise<string> {
    await mkdir(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
