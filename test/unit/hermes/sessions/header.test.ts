import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_ROWS } from '../../../../src/hermes/changes/digest.ts';
import { completeSession, type SessionHeader } from '../../../../src/hermes/sessions/header.ts';
import { textOf } from '../../../../src/hermes/sqlite/cell.ts';

const HEADER: SessionHeader = {
  id: 's',
  source: 'cli',
  model: 'openai/gpt',
  title: 'A title',
  startedAt: 1_750_000_000,
  createdSource: null,
  endedAt: null,
  lastActivityAt: null,
  endReason: null,
  parent: null,
  sessionKey: null,
  marks: null,
  hidden: false,
  cwd: null,
  repoRoot: null,
  archived: false,
  repaired: false,
};

const unread = (): never => assert.fail('the preview was read');

describe('a session', () => {
  it('is called by its title, for which no message is read', () => {
    assert.equal(completeSession(HEADER, NO_ROWS, unread).title, 'A title');
  });

  it('without a title, or with an empty one, is called by how it begins', () => {
    for (const title of [null, '']) {
      assert.equal(completeSession({ ...HEADER, title }, NO_ROWS, () => 'Please fix').title, 'Please fix');
    }
  });

  it('that nobody said anything in has no name', () => {
    assert.equal(completeSession({ ...HEADER, title: null }, NO_ROWS, () => '').title, 'Untitled');
  });

  it('was active when its last message came, or when it began where none did', () => {
    const rows = { ...NO_ROWS, total: 1, lastTimestamp: 1_750_000_600 };
    assert.equal(completeSession(HEADER, rows, unread).lastActive, 1_750_000_600);
    assert.equal(completeSession(HEADER, NO_ROWS, unread).lastActive, 1_750_000_000);
  });
});

describe('a cell that should hold text', () => {
  it('is read from what it holds instead', () => {
    assert.deepEqual(['a', 7, Buffer.from('b\xff', 'latin1'), null, undefined].map(textOf), [
      'a',
      '7',
      'b\ufffd',
      null,
      null,
    ]);
  });
});
