import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { sampleHome } from '../runtime/sampleHistory.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const TIMES = 8;

describe('A palette whose chosen line moves all the time, and which loses the keyboard every other time', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    const home = await sampleHome();
    vscode = await VsCode.start({ home, settings: { 'hermesAchievements.autoRefresh': false } });
    window = await vscode.openWindow();
    await eventually(async () => assert.deepEqual(await scans(), ['full']));
    await window.page.evaluate(disturb);
  });

  after(() => vscode.stop());

  it('runs what it is told, once each time, and nothing else', async () => {
    const expected = ['full'];
    for (let time = 0; time < TIMES; time++) {
      // Either is offered beside the other, whichever is typed.
      const [label, mode] = time % 2 === 0 ? ['Full Rescan', 'full'] : ['Rescan', 'incremental'];
      expected.push(mode!);
      await window.runCommand(`Hermes Achievements: ${label}`, () =>
        eventually(async () => assert.deepEqual(await scans(), expected)),
      );
    }
  });

  /** How each scan was made, in their order, as the extension's log has it. */
  async function scans(): Promise<string[]> {
    const texts = (await vscode.logs()).map(({ text }) => text).join('\n');
    return [...texts.matchAll(/A scan \((\w+)\) read/g)].map(([, mode]) => mode!);
  }
});

/** Runs in the page: moves on in every list that is open, and takes the keyboard from every other that is typed in. */
function disturb(): void {
  const box = '.quick-input-widget';
  setInterval(() => {
    const event = { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40, bubbles: true, cancelable: true };
    const at = document.activeElement;
    if (at?.closest(box)) at.dispatchEvent(new KeyboardEvent('keydown', event));
  }, 5);
  let typed = 0;
  window.addEventListener('input', ({ target }) => {
    const input = target as HTMLElement;
    if (input.closest(box) && ++typed % 2 === 1) queueMicrotask(() => input.blur());
  });
}
