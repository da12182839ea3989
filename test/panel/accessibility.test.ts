import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { contrast } from '../support/contrast.ts';
import { LOOKED_AT } from './datedHistory.ts';
import { PanelPage } from './panelPage.ts';
import { tablesMade } from './spokenTables.ts';
import { THEMES } from './themes.ts';
import { full, openDetail, VIEWS } from './views.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The themes, and what Windows makes of one of them where its user forces colours. */
const LOOKS = [
  ...THEMES.map((theme) => ({ name: theme.name, theme, forcedColors: false })),
  { name: 'forced colours', theme: THEMES[0]!, forcedColors: true },
];

describe('the panel, held against WCAG 2.2 AA', () => {
  let browser: Browser;
  let axe: string;
  before(async () => {
    browser = await launchBrowser();
    axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  });
  after(() => browser.close());

  for (const { name, history, reach } of VIEWS) {
    it(`has no violation in any theme, nor where colours are forced: ${name}`, async () => {
      const theme = THEMES[0]!;
      const panel = await PanelPage.open(browser, {
        history: history(),
        now: LOOKED_AT,
        theme,
        // Text that is still fading in has no contrast yet.
        reducedMotion: true,
      });
      const view = await reach(panel);
      await view.waitFor();
      await tablesMade(panel.page);
      await panel.page.waitForTimeout(200);
      await panel.page.evaluate(axe);
      for (const { name, theme, forcedColors } of LOOKS) {
        await panel.changeLook(theme, { forcedColors });
        // Forced colours are the user's own: how they go together is not ours to judge.
        const violations = await panel.page.evaluate(runAxe, { rules: RULES, contrast: !forcedColors });
        assert.deepEqual(violations, [], name);
        assert.ok(await view.isVisible(), name);
      }
      await panel.close();
    });
  }

  for (const theme of THEMES) {
    // axe does not see the ground that a component draws behind what is slotted into it.
    it(`keeps secondary buttons legible under the mouse and with the focus, ${theme.name}`, async () => {
      const panel = await PanelPage.open(browser, { history: full(), theme, reducedMotion: true });
      await openDetail(panel, 'let_him_cook');
      const button = panel.page.getByRole('button', { name: 'Share…' });
      for (const touch of ['hover', 'focus'] as const) {
        await button[touch]();
        const { text, ground } = await button.evaluate(coloursOfButton);
        assert.ok(contrast(text, ground) >= 4.5, `${touch}: ${text} on ${ground}`);
        await panel.page.mouse.move(0, 0);
      }
      await panel.close();
    });
  }
});

describe('the accessibility tree of the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('holds the name of every badge that has one, far below the window too', async () => {
    const history = full();
    const panel = await PanelPage.open(browser, { history, theme: THEMES[0]! });
    await panel.page.waitForSelector('ha-badge-grid[settled]');
    const session = await panel.page.context().newCDPSession(panel.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = new Set(nodes.map(({ name }) => name?.value));
    const missing = history.current!.achievements.filter(({ name }) => name !== '' && !names.has(name));
    assert.deepEqual(missing, []);
    await panel.close();
  });
});

/** Runs in the page: what a button's text is written in, and what it stands on. */
function coloursOfButton(button: Element): { text: string; ground: string } {
  const hex = (colour: string): string => {
    const channels = colour.match(/\d+/g)!.slice(0, 3).map(Number);
    return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  };
  const { color, backgroundColor } = getComputedStyle(button.shadowRoot!.querySelector('.base')!);
  const isClear = backgroundColor.endsWith(', 0)');
  return {
    text: hex(color),
    ground: hex(isClear ? getComputedStyle(document.body).backgroundColor : backgroundColor),
  };
}

/** Runs in the page. */
async function runAxe(options: { rules: string[]; contrast: boolean }): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const rules = { 'color-contrast': { enabled: options.contrast } };
  // Of what is in order it need not tell each place.
  const { violations } = await axe.run(document, {
    runOnly: options.rules,
    rules,
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`);
}
