import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { THEMES, type Theme } from './themes.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

/** CSS pixels: a tooltip stands over the middle of its item, so words that change ("1 min", "2 min") move its edge. */
const HALF_A_WORD = 16;

describe('The item in the status bar', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    hermes.work({ text_to_speech: 30, delegate_task: 100, browser: 70 });
    vscode = await VsCode.start({ home: hermes.home, settings: { 'hermesAchievements.autoRefresh': false } });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '2/60'));
    await window.notifications.clear();
  });

  after(() => vscode.stop());

  it('tells counts, tiers, what is nearest, and how old that is', async () => {
    const told = await window.statusBarItem.tooltip();
    assert.match(told, /2 of 60 unlocked · \d+ locked · \d+ secret/);
    assert.match(told, /Silver 1 · Gold 1/);
    assert.match(told, /Nearest to the next tier:\s*Browser Possession → Copper: 93%/);
    assert.match(told, /(Up to date|Out of date) · counted (less than a minute|\d+ min) ago/);
  });

  for (const theme of Object.keys(THEMES) as Theme[]) {
    it(`keeps what the tooltip looks like in ${theme}`, async () => {
      await window.useTheme(theme);
      await window.statusBarItem.hover();
      await window.drawn();
      await window.screenshot('tooltip', theme);
      await window.statusBarItem.tooltip();
    });
  }

  it('leads to a rescan: what Hermes did meanwhile counts then', async () => {
    hermes.work({ browser: 5 });
    await window.statusBarItem.followLink('Rescan');
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '3/60'));
  });

  it('changes nothing but its figure while Hermes works: it does not twitch, and its tooltip does not jump', async () => {
    await window.settings.change({ 'hermesAchievements.autoRefresh': true });
    await window.statusBarItem.hover();
    const notes = await window.statusBarItem.watch();
    const layouts = await window.statusBarItem.watchLayout();
    const [scans, figure] = [await scansLogged(), await window.statusBarItem.text()];
    hermes.work({ image: 100 });
    await eventually(async () => assert.notEqual(await window.statusBarItem.text(), figure));
    hermes.work({ browser: 1 });
    await eventually(async () => assert.ok((await scansLogged()) >= scans + 2));
    assert.deepEqual(
      (await notes()).map(({ text }) => text).filter((text) => text !== figure),
      [await window.statusBarItem.text()],
    );
    const seen = await layouts();
    // VS Code may take a tooltip away whose words have changed; one that stays must not move.
    const [widths, places] = [seen.map(({ width }) => width), seen.flatMap(({ tooltip }) => tooltip ?? [])];
    const moved = Math.max(0, ...places) - Math.min(...places, Number.MAX_SAFE_INTEGER);
    assert.ok(new Set(widths).size === 1 && moved <= HALF_A_WORD, JSON.stringify(seen));
    await window.statusBarItem.tooltip();
    await window.settings.change({ 'hermesAchievements.autoRefresh': false });
  });

  it('tells what was used today if that is wished for, and on hover that of the last days', async () => {
    const now = Date.now() / 1000;
    const paid = { model: 'nous/hermes-4', billing_provider: 'openrouter', cost_status: 'estimated' };
    const used = { input_tokens: 900_000, output_tokens: 300_000, estimated_cost_usd: 0.84, ...paid };
    hermes.work({ terminal: 1 }, { started_at: now, ...used });
    await window.statusBarItem.followLink('Rescan');
    await window.settings.change({ 'hermesAchievements.statusBar.content': 'usageToday' });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '1.2M · ~$0.84 today'));
    await window.settings.change({ 'hermesAchievements.statusBar.content': 'both' });
    await eventually(async () =>
      assert.match(await window.statusBarItem.text(), /^\d+\/60 · 1\.2M · ~\$0\.84 today$/),
    );
    const told = await window.statusBarItem.tooltip();
    assert.match(told, /Tokens used:\s*today: 1\.2M · ~\$0\.84\s*7 days: 1\.2M · ~\$0\.84\s*30 days: 1\.2M/);
    await window.useTheme('dark');
    await window.screenshot('usage-today', 'dark');
    await window.settings.change({ 'hermesAchievements.statusBar.content': 'badges' });
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  });

  it('leads to the panel', async () => {
    await window.statusBarItem.followLink('Open');
    await window.panel.ready();
  });

  it('is hidden by its own menu, and shown again by the menu of the status bar', async () => {
    await window.statusBarItem.chooseInMenu("Hide 'Hermes Achievements'");
    await window.statusBarItem.item.waitFor({ state: 'hidden' });
    await window.statusBarItem.chooseInMenuOfBar('Hermes Achievements');
    await window.statusBarItem.item.waitFor({ state: 'visible' });
  });

  it('is hidden by our setting, and shown again', async () => {
    await window.settings.change({ 'hermesAchievements.statusBar.visible': false });
    await window.statusBarItem.item.waitFor({ state: 'hidden' });
    await window.settings.change({ 'hermesAchievements.statusBar.visible': true });
    await window.statusBarItem.item.waitFor({ state: 'visible' });
  });

  async function scansLogged(): Promise<number> {
    const text = (await vscode.logs()).map((log) => log.text).join();
    return text.split('A scan (').length - 1;
  }
});
