import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ArchiveProblem, type ArchiveProblemCode } from '../../../src/archive/file/archiveProblem.ts';
import { english, type Translate } from '../../../src/artwork/words.ts';
import { HermesDatabaseError } from '../../../src/hermes/sqlite/databaseError.ts';
import { problemWords } from '../../../src/host/problemWords.ts';

const chinese: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);
const inChinese: Translate = (message, ...values) => english(chinese[message] ?? message, ...values);

const ARCHIVE_PROBLEMS = {
  locked: true,
  'disk-full': true,
  'read-only': true,
  'not-permitted': true,
  'no-directory': true,
  'not-ours': true,
  newer: true,
  damaged: true,
  unreadable: true,
} satisfies Record<ArchiveProblemCode, true>;

describe('the words for a problem', () => {
  it('are the ones it came with, in English', () => {
    const { message } = new HermesDatabaseError(
      'locked',
      'Another program keeps /h/state.db locked: try again when it has finished',
    );
    assert.equal(problemWords(message, english), message);
  });

  it('are translated around what they quote', () => {
    assert.equal(
      problemWords('Another program keeps /h/state.db locked: try again when it has finished', inChinese),
      '/h/state.db 被另一个程序锁定：请待其结束后重试',
    );
  });

  it('are translated within each other', () => {
    const message =
      'Badges cannot be saved and are kept in memory only. Could not write state.json: no space is left on the disk; make room on it and try again (/h/plugins)';
    assert.equal(
      problemWords(message, inChinese),
      '徽章无法保存，仅保留在内存中。无法写入 state.json：磁盘空间不足；请腾出空间后重试（/h/plugins）',
    );
  });

  it('are translated for everything that can be the matter with the archive', () => {
    for (const code of Object.keys(ARCHIVE_PROBLEMS) as ArchiveProblemCode[]) {
      const { message } = new ArchiveProblem(code);
      const words = problemWords(message, inChinese);
      assert.doesNotMatch(words.replace('archive.sqlite', ''), /[a-z]/, message);
    }
  });

  it('are translated for what was restored of the archive', () => {
    const message =
      'What is remembered of your history was damaged, and set aside as a.sqlite. Restored with the copy of 2026-10-01 08:00 UTC: 12 sessions and 3 unlocks.';
    assert.equal(
      problemWords(message, inChinese),
      '所记住的历史已损坏，损坏的文件已另存为 a.sqlite。已借助 2026-10-01 08:00 UTC 的副本恢复：12 个会话，3 次解锁。',
    );
  });

  it('are those of the sentence that fits best', () => {
    assert.equal(
      problemWords('There is no Hermes home at /h: start Hermes once, or choose another home', inChinese),
      '/h 处没有 Hermes 主目录：请先启动一次 Hermes，或选择另一个主目录',
    );
    assert.equal(
      problemWords('There is no /h/state.db: start Hermes once, or choose another home', inChinese),
      '没有 /h/state.db：请先启动一次 Hermes，或选择另一个主目录',
    );
  });

  it('leave alone what is not known', () => {
    assert.equal(problemWords('The dog ate it', inChinese), 'The dog ate it');
  });
});
