import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import { SCREENSHOTS } from '../runtime/places.ts';
import type { Settings } from '../runtime/settings.ts';
import { Clipboard } from './clipboard.ts';
import type { Effect } from './effect.ts';
import { Notifications } from './notifications.ts';
import { Output } from './output.ts';
import { AchievementsPanel } from './panel.ts';
import { QuickInput } from './quickInput.ts';
import { SettingsFile } from './settingsFile.ts';
import { StatusBarItem } from './statusBarItem.ts';
import { THEMES, type Theme } from './themes.ts';
import { WindowFocus } from './windowFocus.ts';

/** A VS Code window, as its user sees and handles it. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly statusBarItem: StatusBarItem;
  readonly panel: AchievementsPanel;
  readonly settings: SettingsFile;
  readonly output: Output;
  readonly clipboard: Clipboard;
  readonly focus: WindowFocus;

  /** @param settings what the user's settings hold at first */
  constructor(page: Page, settings: Settings) {
    this.page = page;
    this.quickInput = new QuickInput(page);
    this.settings = new SettingsFile(page, this.quickInput, settings);
    this.notifications = new Notifications(page, this.quickInput);
    this.statusBarItem = new StatusBarItem(page);
    this.panel = new AchievementsPanel(page);
    this.output = new Output(page);
    this.clipboard = new Clipboard(page);
    this.focus = new WindowFocus(page);
  }

  /** Waits until the window stands. */
  async stands(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
  }

  /** Waits until the window stands and the extension has put its item into the status bar, as it does with a history. */
  async ready(): Promise<void> {
    await this.stands();
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

  /** The page that VS Code makes of a Markdown file, while it is the only webview in sight. */
  get markdownPreview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Which of how many matches of a transcript is selected. */
  get matchesItem(): Locator {
    return this.page.locator('.statusbar-item[id$="hermesAchievements.matches"]');
  }

  /** A modal question of VS Code. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Answers VS Code's own question for a file to save to, and waits until the extension says that it is saved. */
  async saveAs(file: string): Promise<void> {
    await this.answerPath(file);
    await this.notifications.heard(basename(file));
    await this.notifications.clear();
  }

  /**
   * Answers VS Code's own question for a file or a folder. It proposes one as soon as it has looked around, in the place
   * of whatever was typed before, and an Enter from before is taken for that one.
   */
  async answerPath(path: string): Promise<void> {
    await this.quickInput.row('..').waitFor();
    await this.quickInput.acceptText(path);
  }

  /**
   * Runs a command from the palette.
   * @param label as the palette has it, with its category: `Hermes Achievements: Rescan`
   * @param effect what shows that it was run
   */
  async runCommand(label: string, effect: Effect): Promise<void> {
    await this.quickInput.runCommand(label, effect);
  }

  /** Opens a text file of the workspace, and puts the cursor into it: VS Code's commands for its language need that. */
  async openFile(name: string): Promise<void> {
    await this.runCommand('Go to File...', this.quickInput.asking('Search files by name'));
    await this.quickInput.type(name);
    await this.quickInput.choose(name, this.page.locator('.tab.active', { hasText: name }));
    await this.editorText.click();
  }

  /** Opens an empty editor, which is in front then. */
  async openEmptyFile(): Promise<void> {
    const inFront = this.page.locator('.tab.active', { hasText: 'Untitled' });
    await this.runCommand('File: New Untitled Text File', inFront);
  }

  /** Closes the editor in front. */
  async closeEditor(): Promise<void> {
    const left = (await this.tabs.count()) - 1;
    await this.runCommand('View: Close Editor', () => this.#tabsLeft(left));
  }

  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors', () => this.#tabsLeft(0));
  }

  async #tabsLeft(count: number): Promise<void> {
    await eventually(async () => assert.equal(await this.tabs.count(), count));
  }

  /** Opens the panel, or brings it to the front, and waits for its badges. */
  async openPanel(): Promise<void> {
    await this.showPanel();
    await this.panel.ready();
  }

  /** Opens the panel, or brings it to the front, whatever it has to show. */
  async showPanel(): Promise<void> {
    const inFront = this.page.locator('.tab.active', { hasText: 'Hermes Achievements' });
    await this.runCommand('Hermes Achievements: Open Achievements', () => inFront.waitFor());
  }

  async useTheme(theme: Theme): Promise<void> {
    const { label, windowClass } = THEMES[theme];
    await this.runCommand('Preferences: Color Theme', this.quickInput.asking('Color Theme'));
    await this.quickInput.type(label);
    await this.quickInput.choose(label, () => this.quickInput.gone());
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
  }

  /** Gives the editors the window's whole width. */
  async hideSideBar(): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    if (!(await sideBar.isVisible())) return;
    await this.runCommand('View: Toggle Primary Side Bar Visibility', () =>
      sideBar.waitFor({ state: 'hidden' }),
    );
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Waits until what was asked of the window is laid out and drawn, in its frames too. */
  async drawn(): Promise<void> {
    for (const frame of this.page.frames()) {
      // Asked of the document that is in the frame at last: VS Code writes a webview's anew while it comes into sight.
      await frame.waitForFunction(hasDrawn).catch((error) => {
        // A webview that VS Code has just put in the place of another.
        if (!frame.isDetached()) throw error;
      });
    }
  }

  /** Reloads in VS Code's own way, which lets it write down what it has to restore. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window', () => loaded);
    await this.ready();
  }

  /** Closes the window and opens it anew, after a time in which what closing it ends can come to its end. */
  async reopen(calmMs: number): Promise<void> {
    const address = this.page.url();
    await this.page.goto('about:blank');
    await sleep(calmMs);
    await this.page.goto(address);
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
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}

/** In a page: two frames of the screen later. A document in the background draws nothing. */
function hasDrawn(): boolean | Promise<boolean> {
  if (document.hidden || innerWidth === 0) return true;
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));
}
