import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { BADGE_TEXTS } from '../../../src/badges/catalogue/texts.ts';
import type { Snapshot } from '../../../src/files/shared/snapshot.ts';
import { eventually } from '../runtime/eventually.ts';
import { PATIENCE_SECONDS } from '../runtime/patience.ts';
import { REPOSITORY } from '../runtime/places.ts';
import { runProgram } from '../runtime/runProgram.ts';
import { sampleHome } from '../runtime/sampleHistory.ts';
import { accessibilityTree } from './accessibilityTree.ts';
import { VsCode } from './vscode.ts';
import { tapWire } from './wire.ts';
import type { Workbench } from './workbench.ts';

/** So few that most of the secret badges are still secret. */
const SESSIONS = 20;

describe('A badge that is still secret is not given away', () => {
  let vscode: VsCode;
  let window: Workbench;
  let home: string;
  let wire: () => string;
  /** Names, ids and words of the badges that are secret in this history. */
  let sealed: { id: string; words: string[] }[];
  /** A badge that is not, as a proof that its name would be found. */
  let open: string;
  /** What only the panel is told of it. */
  let openWords: string;

  before(async () => {
    home = await sampleHome(SESSIONS);
    const { achievements }: Snapshot = JSON.parse(await cli('list', '--json', '--no-save'));
    const secret = new Set(achievements.filter(({ state }) => state === 'secret').map(({ id }) => id));
    sealed = CATALOGUE.filter(({ id }) => secret.has(id)).map(({ id, name }) => ({
      id,
      words: [name, BADGE_TEXTS[id].description, BADGE_TEXTS[id].criteria],
    }));
    assert.ok(sealed.length >= 3, 'the history leaves too few secrets');
    const unlocked = achievements.find((badge) => badge.unlocked)!;
    open = unlocked.name;
    openWords = unlocked.criteria;
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow({
      beforeLoad: (page) => {
        wire = tapWire(page);
      },
    });
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('by the message about the first scan, nor by the tooltip', async () => {
    await window.notifications.heard('Hermes history read.');
    keepsSecrets((await window.notifications.said()).join('\n'));
    const tooltip = await window.statusBarItem.hover();
    assert.match((await tooltip.textContent()) ?? '', new RegExp(`${sealed.length} secret`));
    keepsSecrets(await tooltip.innerHTML());
    await window.page.mouse.move(600, 300);
  });

  it('by the page of the panel', async () => {
    await window.openPanel();
    const markup = await window.panel.markup();
    assert.ok(markup.includes(open));
    keepsSecrets(markup);
  });

  it('by the detail of its card', async () => {
    await window.panel.card('???').first().getByRole('button', { name: 'Details' }).click();
    await window.panel.detail.waitFor();
    keepsSecrets(await window.panel.markup());
  });

  it('by what assistive technology gets of the window', async () => {
    const tree = await accessibilityTree(window.page);
    assert.match(tree, /secret badge/i);
    keepsSecrets(tree);
    await window.page.keyboard.press('Escape');
  });

  it('by what assistive technology gets of its card', async () => {
    await window.panel.detailGone();
    await window.panel.filter('Secret').click();
    await eventually(async () => assert.equal(await window.panel.cards.count(), sealed.length));
    const tree = await accessibilityTree(window.page);
    assert.ok(tree.split('"Details: Secret badge"').length > sealed.length, 'not all cards are there');
    keepsSecrets(tree);
    await window.panel.filter('All').first().click();
  });

  it('by anything that the extension host said to the window', async () => {
    const said = wire();
    assert.ok(isIn(said, openWords), 'the messages to the panel were not heard');
    keepsSecrets(said);
  });

  it('by a search for its name', async () => {
    for (const { words } of sealed) {
      await window.panel.search.fill(words[0]!);
      await window.panel.button('Show all badges').waitFor();
      assert.deepEqual(await window.panel.names(), []);
    }
    await window.panel.search.fill('');
    await window.panel.ready();
  });

  it('by the list of badges to share', async () => {
    const question = window.quickInput.title.getByText('Choose a badge to share');
    await window.quickInput.ask('Hermes Achievements: Share Badge…', question, async (list) => {
      for (const { words } of sealed) {
        await list.type(words[0]!);
        keepsSecrets((await window.quickInput.rows.allTextContents()).join('\n'));
      }
      await list.dismiss();
    });
  });

  for (const format of ['json', 'markdown', 'svg']) {
    for (const state of [[], ['--state', 'secret']]) {
      it(`by exporting ${['as', format, ...state].join(' ')}`, async () => {
        const text = await cli('export', '--format', format, ...state);
        assert.ok(text.length > 100);
        keepsSecrets(text);
      });
    }
  }

  it('by the table of the command line', async () => keepsSecrets(await cli('list')));

  it('by the words of the snapshot, whose ids alone name it for programs', async () => {
    const text = await cli('scan', '--json');
    assert.ok(text.includes(open));
    for (const { words } of sealed) for (const word of words) assert.ok(!text.includes(word), word);
  });

  function keepsSecrets(text: string): void {
    const telling = sealed.flatMap(({ id, words }) => [id, ...words]);
    assert.deepEqual(
      telling.filter((word) => isIn(text, word)),
      [],
    );
  }

  function cli(...args: string[]): Promise<string> {
    const all = ['dist/cli.js', ...args, '--home', home];
    return runProgram(process.execPath, all, { cwd: REPOSITORY, seconds: PATIENCE_SECONDS });
  }
});

/** As it is, as JSON, or as JSON in JSON. */
function isIn(text: string, word: string): boolean {
  const inJson = (plain: string): string => JSON.stringify(plain).slice(1, -1);
  return [word, inJson(word), inJson(inJson(word))].some((form) => text.includes(form));
}
