import type { ToWebview } from '../../../src/surfaces/panel/protocol.ts';
import type { AchievementsPanel } from './panel.ts';

/** A view that passes: while history is read with the banner, or while figures are refreshed behind the scenes. */
export type PassingView = 'reading' | 'refreshing';

/**
 * Holds the panel in a passing view, the next time it comes to it: no message of the extension host reaches the panel
 * after the one that brought it there.
 * @returns lets the messages through again, those held back first
 */
export async function holdPanelAt(panel: AchievementsPanel, view: PassingView): Promise<() => Promise<void>> {
  const page = await panel.document();
  await page.evaluate(hold, view);
  return () => page.evaluate(() => (window as HeldWindow).letGo?.());
}

type HeldWindow = Window & { letGo?: () => void };

/** Runs in the page, into which VS Code posts what the extension host says. */
function hold(view: PassingView): void {
  const deliver = window.postMessage;
  const heldBack: Parameters<typeof deliver>[] = [];
  let isThere = false;
  const post = (...said: Parameters<typeof deliver>): void => {
    if (isThere) heldBack.push(said);
    else deliver.apply(window, said);
    const message = said[0] as ToWebview;
    if (message.type !== 'scanProgress') return;
    const { quiet, scanned, total } = message.scan;
    isThere ||= view === 'refreshing' ? quiet : total !== null && scanned > total / 3;
  };
  window.postMessage = post as typeof deliver;
  (window as HeldWindow).letGo = () => {
    window.postMessage = deliver;
    for (const said of heldBack) deliver.apply(window, said);
  };
}
