import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { commandLine } from '../runtime/commandLine.ts';
import { eventually } from '../runtime/eventually.ts';
import { openPage } from './openPage.ts';
import { THEMES, type Theme } from './themes.ts';
import { unwritableFile } from './unwritableFile.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

const EXPORT = 'Hermes Achievements: Export…';
const FORMATS = { JSON: 'json', Markdown: 'md', SVG: 'svg' } as const;
type Format = keyof typeof FORMATS;

/** Titles of sessions that would do something if they were taken for more than text, by the tool used in them. */
const TITLES = {
  text_to_speech: '<script>document.title = "gone"</script><img src="https://example.invalid/a.png">',
  delegate_task: '](https://example.invalid) | `code` | [link](command:workbench.action.closeWindow)',
  browser: '=HYPERLINK("https://example.invalid","figures")',
  image: '</text></svg><image href="https://example.invalid/b.png"/>',
};

describe('An export', () => {
  const hermes = new WorkingHermes();
  const expected = new Map<Format, string>();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    for (const [tool, title] of Object.entries(TITLES)) hermes.work({ [tool]: 100 }, { title });
    // The same snapshot throughout: a refresh, even one that finds nothing, would date it anew.
    vscode = await VsCode.start({ home: hermes.home, settings: { 'hermesAchievements.autoRefresh': false } });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '4/60'));
    for (const format of Object.keys(FORMATS) as Format[]) {
      const file = fileNamed('command-line', format);
      await commandLine(hermes.home, 'export', '--format', format.toLowerCase(), '--output', file);
      expected.set(format, await readFile(file, 'utf8'));
    }
    await window.notifications.clear();
  });

  after(() => vscode.stop());

  for (const format of Object.keys(FORMATS) as Format[]) {
    it(`as ${format} from the palette is what the command line writes, byte for byte`, async () => {
      await window.quickInput.ask(EXPORT, window.quickInput.row(format), (list) => list.choose(format));
      assert.equal(await saved('palette', format), expected.get(format));
    });

    it(`as ${format} from the panel is the same`, async () => {
      await window.openPanel();
      await window.panel.button('Export…').click();
      await window.quickInput.choose(format, askedForAFile);
      assert.equal(await saved('panel', format), expected.get(format));
    });
  }

  it('can be opened from the message that says where it is', async () => {
    await window.quickInput.ask(EXPORT, window.quickInput.row('JSON'), (list) => list.choose('JSON'));
    await window.answerPath(fileNamed('opened', 'JSON'));
    await window.notifications.press('opened.json', 'Open');
    await window.tabs.filter({ hasText: 'opened.json' }).waitFor();
  });

  it('that cannot be written there is called so', async () => {
    await window.openPanel();
    await window.panel.button('Export…').click();
    await window.quickInput.choose('JSON', askedForAFile);
    await window.answerPath(await unwritableFile(fileNamed('unwritable', 'JSON')));
    await window.notifications.heard(/could not be written/);
    await window.notifications.clear();
  });

  it('as JSON keeps the titles of sessions as they are', () => {
    const { achievements } = JSON.parse(expected.get('JSON')!) as {
      achievements: { contributors?: { title: string }[] }[];
    };
    const titles = achievements.flatMap(({ contributors = [] }) => contributors.map(({ title }) => title));
    assert.deepEqual(new Set(titles), new Set(Object.values(TITLES)));
  });

  it('as Markdown shows the titles as text: no link, no picture, no script comes of them', async () => {
    await window.closeEditors();
    await window.openFile('palette.md');
    const page = window.markdownPreview;
    await window.runCommand('Markdown: Open Preview', page.locator('table'));
    const cells = await page.locator('td').allTextContents();
    for (const title of Object.values(TITLES)) {
      assert.ok(
        cells.some((cell) => cell.replace(/^'/, '').startsWith(title)),
        `${title} is not among\n${cells.join('\n')}`,
      );
    }
    assert.equal(await page.locator('td').locator('a, img, script, code').count(), 0);
  });

  for (const theme of Object.keys(THEMES) as Theme[]) {
    it(`as Markdown looks like this in ${theme}`, async () => {
      await window.useTheme(theme);
      await window.drawn();
      await window.screenshot('export', theme);
    });
  }

  it('as SVG is drawn by a browser that asks the network for nothing', async () => {
    const address = pathToFileURL(fileNamed('palette', 'SVG')).href;
    const page = await openPage({ width: 1200, height: 900 });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address, { waitUntil: 'networkidle' });
    assert.deepEqual(requests, [address]);
    assert.equal(await page.locator('svg text', { hasText: 'Image Whisperer' }).count(), 1);
    await page.context().close();
  });

  function fileNamed(name: string, format: Format): string {
    return join(vscode.workspace, `${name}.${FORMATS[format]}`);
  }

  async function askedForAFile(): Promise<void> {
    await window.quickInput.row('..').waitFor();
  }

  /** Answers the question for a file, and reads what was written. */
  async function saved(name: string, format: Format): Promise<string> {
    await window.saveAs(fileNamed(name, format));
    return readFile(fileNamed(name, format), 'utf8');
  }
});
