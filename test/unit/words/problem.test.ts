import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ArchiveProblem, type ArchiveProblemCode } from '../../../src/archive/file/archiveProblem.ts';
import { HermesDatabaseError } from '../../../src/hermes/sqlite/databaseError.ts';
import {
  inEnglish,
  messageOf,
  type Problem,
  ProblemError,
  problem,
  problemOf,
  wordsOf,
} from '../../../src/words/problem.ts';
import { PROBLEMS } from '../../../src/words/problems.ts';
import { english, type Translate } from '../../../src/words/translate.ts';

const chinese: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);
const inChinese: Translate = (message, ...values) => english(chinese[message] ?? message, ...values);

const LOCKED = problem('database.locked', '/h/state.db');

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
  it('are, in English, what its error says in the log', () => {
    const { message } = new HermesDatabaseError('locked', LOCKED);
    assert.equal(message, 'Another program keeps /h/state.db locked: try again when it has finished');
    assert.equal(inEnglish(LOCKED), message);
  });

  it('are translated around what they quote', () => {
    assert.equal(wordsOf(LOCKED, inChinese), '/h/state.db 被另一个程序锁定：请待其结束后重试');
  });

  it('are translated within each other', () => {
    const refused = problem('file.notWritten', 'state.json', problem('reason.diskFull'));
    const told = problem('unlocks.inMemoryOnly', refused, '/h/plugins');
    assert.equal(
      inEnglish(told),
      'Badges cannot be saved and are kept in memory only. Could not write state.json: no space is left on the disk; make room on it and try again (/h/plugins)',
    );
    assert.equal(
      wordsOf(told, inChinese),
      '徽章无法保存，仅保留在内存中。无法写入 state.json：磁盘空间不足；请腾出空间后重试（/h/plugins）',
    );
  });

  it('are translated for everything that can be the matter with the archive', () => {
    for (const code of Object.keys(ARCHIVE_PROBLEMS) as ArchiveProblemCode[]) {
      const { problem: told, message } = new ArchiveProblem(code);
      assert.doesNotMatch(wordsOf(told, inChinese).replace('archive.sqlite', ''), /[a-z]/, message);
    }
  });

  it('are translated for what was restored of the archive', () => {
    assert.equal(
      wordsOf(problem('archive.restoredWithCopy', 'a.sqlite', '2026-10-01 08:00 UTC', 12, 3), inChinese),
      '所记住的历史已损坏，损坏的文件已另存为 a.sqlite。已借助 2026-10-01 08:00 UTC 的副本恢复：12 个会话，3 次解锁。',
    );
  });

  it('quote a path as it is, though it looks like a place in a sentence or like words of ours', () => {
    assert.equal(
      inEnglish(problem('database.noTable', '/{1}/it is damaged', 'a')).slice(0, 19),
      '/{1}/it is damaged ',
    );
    assert.match(wordsOf(problem('database.changed', 'it is damaged'), inChinese), /^it is damaged /);
  });

  it('leave alone what is not known', () => {
    assert.equal(wordsOf(problem('other', 'The dog ate it'), inChinese), 'The dog ate it');
  });

  it('are one line, whatever a path or a stranger says', () => {
    assert.equal(inEnglish(problem('home.missing', '/a\n  b')).split('\n').length, 1);
    assert.equal(inEnglish(problemOf(new Error('one\n\n two'))), 'one two');
  });

  it('have a place for every value, from the first on', () => {
    for (const sentence of Object.values<string>(PROBLEMS)) {
      const places = new Set(sentence.match(/\{\d+\}/g));
      assert.deepEqual(
        [...places].toSorted(),
        [...places].map((_, index) => `{${index}}`),
        sentence,
      );
    }
  });
});

describe('a problem', () => {
  it('is the same in another thread', () => {
    const told: Problem = problem('scan.stopped', LOCKED);
    assert.deepEqual(structuredClone(told), told);
  });

  it('is the one that its error knows', () => {
    assert.equal(problemOf(new ProblemError(LOCKED)), LOCKED);
  });

  it('is what a stranger says, where nobody foresaw it', () => {
    assert.deepEqual(problemOf(new Error('no')), problem('other', 'no'));
    assert.deepEqual([messageOf('no'), messageOf(new Error('no'))], ['no', 'no']);
  });
});
