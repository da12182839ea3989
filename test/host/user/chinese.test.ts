import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { BADGE_TEXTS } from '../../../src/badges/catalogue/texts.ts';
import { REPOSITORY } from '../runtime/places.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

describe('In Simplified Chinese, a user', () => {
  let vscode: VsCode;
  let window: Workbench;
  let words: Record<string, string>;

  before(async () => {
    words = JSON.parse(await readFile(join(REPOSITORY, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'));
    ({ vscode, window } = await windowOnSample({ locale: 'zh-CN' }));
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('is told that the history is read', async () => {
    const message = /Hermes 历史已读完。60 枚徽章中已解锁 \d+ 枚。/;
    await window.notifications.press(message, '打开');
    await window.panel.ready();
    await window.closeEditors();
  });

  it('reads in the tooltip how things stand', async () => {
    const tooltip = (await (await window.statusBarItem.hover()).textContent()) ?? '';
    assert.match(tooltip, /已解锁 \d+ \/ 60 · 未解锁 \d+ · 秘密 \d+/);
    assert.match(tooltip, /最接近下一等级：/);
    assert.match(tooltip, /.+ → 铜：\d+%|.+ → [银金]：\d+%|.+：\d+%/);
    assert.match(tooltip, /已是最新 · 不到 1 分钟前统计/);
    assert.match(tooltip, /重新扫描/);
    await window.page.mouse.move(600, 300);
  });

  it('finds the commands in the palette by their Chinese titles', async () => {
    await window.runCommand('Hermes Achievements: 打开成就', window.panel.cards);
  });

  it('reads the panel in Chinese', async () => {
    await window.panel.button(/^重新扫描$/).waitFor();
    assert.equal(await window.panel.tab('时间线').count(), 1);
    await window.panel.filter('已解锁').waitFor();
    assert.equal(
      await (await window.panel.document()).evaluate(() => document.documentElement.lang),
      'zh-cn',
    );
  });

  it('finds every badge under its own name, with its description in Chinese', async () => {
    const shown = new Map(await window.panel.descriptions());
    const open = CATALOGUE.filter(({ name }) => shown.has(name));
    assert.ok(open.length > 50);
    for (const { id, name } of open) assert.equal(shown.get(name), words[BADGE_TEXTS[id].description], name);
  });

  it('reads in Chinese what counts for a badge', async () => {
    const { id, name } = CATALOGUE.find((badge) => badge.id === 'let_him_cook')!;
    await window.panel.search.fill(name);
    await window.panel
      .card(name)
      .getByRole('button', { name: `详情：${name}` })
      .click();
    await window.panel.detail.getByText(words[BADGE_TEXTS[id].criteria] ?? 'no translation').waitFor();
    await window.screenshot('chinese', 'light');
  });

  it('finds the sessions behind it called by the one word for a transcript', async () => {
    const descriptions = await window.panel.evidence.evaluateAll((sessions) =>
      sessions.map((session) => session.getAttribute('aria-description')),
    );
    assert.ok(descriptions.length > 0);
    assert.deepEqual(new Set(descriptions), new Set(['打开会话记录']));
  });

  it('meets no half-width colon and no blank before a full-width sign', async () => {
    const stray =
      /\p{Script=Han}\s*:|:\s*\p{Script=Han}|\s[，。：；、？！（）]|[，。：；、？！（）]\s\p{Script=Han}/u;
    const colons = window.panel.frame.getByText('：');
    assert.ok((await colons.count()) > 0);
    assert.deepEqual(await window.panel.frame.getByText(stray).allTextContents(), []);
  });

  it('has caused no error in any log', async () => {
    const lines = (await vscode.logs()).flatMap(({ text }) => text.split('\n'));
    assert.deepEqual(
      lines.filter((line) => /\[(error|critical)\]/.test(line) && /hermes/i.test(line)),
      [],
    );
  });
});
