/**
 * Measures, in a real VS Code with the packaged extension, what only it can tell. Writes milliseconds, medians:
 *   activation_ms         VS Code's own measurement of the extension's activation, in a window opened anew
 *   panel_first_paint_ms  from the arrival of the snapshot in the panel to sixty painted cards
 *   panel_filter_ms       what the slowest of the filters keeps the panel busy for, painting included
 * and of a history of its own, if one is named, from the click on a page until that is painted, the question to the
 * history and the waits for the screen included:
 *   timeline_ms, activity_ms, recap_ms (of a year), usage_ms
 * and of what is to be there within a frame, the same less the last wait for the screen:
 *   usage_grouping_ms (by model), curve_ms (the detail of a badge whose card was pointed at)
 *
 *   node test/host/measure.ts FILE [HOME]
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { median, repeat } from '../../bench/support/statistics.ts';
import { timePages } from './measure/pageClock.ts';
import { type ClockedWindow, startPaintClock, timeFilters } from './measure/paintClock.ts';
import { RunningExtensions } from './measure/runningExtensions.ts';
import { eventually } from './runtime/eventually.ts';
import { runToTheEnd } from './runtime/lifetime.ts';
import { sampleHome } from './runtime/sampleHistory.ts';
import { VsCode } from './user/vscode.ts';
import type { Workbench } from './user/workbench.ts';

const ACTIVATIONS = 11;
/** How long what a closed window leaves behind, an extension host that ends, is given to be over. */
const CALM_MS = 3_000;
const PAINTS = 15;
const FILTER_ROUNDS = 11;
const PAGE_ROUNDS = 15;

await runToTheEnd(async () => {
  const [file, long] = process.argv.slice(2);
  if (file === undefined) throw new Error('Name the file to write');
  const home = await sampleHome();
  const vscode = await VsCode.start({ home });
  const window = await vscode.openWindow();
  await window.page.context().addInitScript(startPaintClock);
  const figures = {
    activation_ms: median(await repeat(ACTIVATIONS, () => activation(window))),
    panel_first_paint_ms: median(await repeat(PAINTS, () => firstPaint(window))),
    panel_filter_ms: Math.max(...(await filterSteps(window)).map(median)),
  };
  await vscode.stop();
  const pages = long === undefined ? {} : await pageTimes(long);
  await writeFile(file, `${JSON.stringify({ ...figures, ...pages }, null, 2)}\n`);
  return 0;
});

/** Of a history that is counted first. @param home is written to */
async function pageTimes(home: string): Promise<Record<string, number>> {
  const vscode = await VsCode.start({ home, settings: { 'hermesAchievements.autoRefresh': false } });
  const window = await vscode.openWindow();
  await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  await window.notifications.clear();
  await window.openPanel();
  const times = await window.panel.frame.locator('body').evaluate(timePages, PAGE_ROUNDS);
  await vscode.stop();
  return {
    timeline_ms: median(times.timeline),
    activity_ms: median(times.activity),
    recap_ms: median(times.recap),
    usage_ms: median(times.usage),
    usage_grouping_ms: median(times.grouping),
    curve_ms: median(times.curve),
  };
}

/** Of an extension that starts beside all others, in a window that is being drawn; nothing else is going on. */
async function activation(window: Workbench): Promise<number> {
  await window.reopen(CALM_MS);
  await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  return new RunningExtensions(window).activation();
}

/** Of a panel that is opened anew, whose figures are known. */
async function firstPaint(window: Workbench): Promise<number> {
  await window.closeEditors();
  await window.openPanel();
  const body = window.panel.frame.locator('body');
  let measured: number | undefined;
  await eventually(async () => {
    measured = await body.evaluate(() => (globalThis as unknown as ClockedWindow).paintClock?.firstPaint);
    assert.ok(measured !== undefined, 'the cards are not painted yet');
  });
  return measured!;
}

async function filterSteps(window: Workbench): Promise<number[][]> {
  return window.panel.frame.locator('body').evaluate(timeFilters, FILTER_ROUNDS);
}
