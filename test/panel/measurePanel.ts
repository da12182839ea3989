import type { Browser } from 'playwright-core';
import { FakeHistory } from './fakeHistory.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { PanelPage } from './panelPage.ts';
import { THEMES } from './themes.ts';

/** Milliseconds, medians over `runs` fresh pages. */
export interface PanelSpeed {
  /** From the arrival of the snapshot to the frame after the one that holds all sixty cards. */
  readonly firstPaint: number;
  /** From a click on a filter to its cards being laid out; a frame is 16.7 ms. */
  readonly filter: number;
}

/** Measures the panel in a browser, each run in a page of its own. */
export async function measurePanel(browser: Browser, runs = 7): Promise<PanelSpeed> {
  const { snapshot, history } = madeUpHistory();
  const paints: number[] = [];
  const filters: number[] = [];
  for (let run = 0; run < runs; run++) {
    const panel = await PanelPage.open(browser, {
      history: new FakeHistory(snapshot, history.timeline()),
      theme: THEMES[0]!,
      prelude: timeFirstPaint,
    });
    const painted = await panel.page.waitForFunction(
      () => (globalThis as { firstPaint?: number }).firstPaint,
    );
    paints.push((await painted.jsonValue()) as number);
    filters.push(await panel.page.evaluate(timeFilter));
    await panel.close();
  }
  return { firstPaint: median(paints), filter: median(filters) };
}

/** Runs in the page, before its own program: it hears the first message before anyone else. */
function timeFirstPaint(): void {
  const began = { at: 0 };
  const look = (): void => {
    const cards = document
      .querySelector('ha-panel')
      ?.shadowRoot?.querySelector('ha-badge-grid')
      ?.shadowRoot?.querySelectorAll('ha-badge-card');
    if (cards?.length === 60) {
      requestAnimationFrame(() => Object.assign(globalThis, { firstPaint: performance.now() - began.at }));
    } else {
      requestAnimationFrame(look);
    }
  };
  addEventListener(
    'message',
    () => {
      began.at = performance.now();
      requestAnimationFrame(look);
    },
    { once: true },
  );
}

/** Runs in the page. */
async function timeFilter(): Promise<number> {
  const panel = document.querySelector('ha-panel')?.shadowRoot;
  const grid = panel?.querySelector('ha-badge-grid') as Element & { updateComplete: Promise<boolean> };
  const choices = panel
    ?.querySelector('ha-filter-bar')
    ?.shadowRoot?.querySelectorAll<HTMLElement>('.states .choice');
  const spans: number[] = [];
  for (const choice of [...(choices ?? []), ...(choices ?? [])]) {
    await new Promise(requestAnimationFrame);
    const began = performance.now();
    choice.click();
    await Promise.resolve();
    await grid.updateComplete;
    grid.getBoundingClientRect();
    spans.push(performance.now() - began);
  }
  return spans.sort((a, b) => a - b)[spans.length >> 1] ?? Number.NaN;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
