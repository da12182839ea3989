import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../support/counting.ts';

describe('the newline between two messages', () => {
  it('is white space in a phrase', () => {
    assert.equal(count('run it in the background', '= true').process_calls, 1);
  });

  it('is white space before and after the equals sign', () => {
    assert.equal(count('background', '=', 'true').process_calls, 1);
  });

  it('may be followed by empty messages and more white space', () => {
    assert.equal(count('git \t', '', '\r\n', ' \u3000status').git_events, 1);
  });

  it('lets one head serve every counter that looks for it', () => {
    const figures = count('git', 'tag');
    assert.deepEqual([figures.git_events, figures.git_history_events, figures.release_events], [0, 1, 1]);
  });

  it('joins a conflict with its bracket', () => {
    assert.equal(count('CONFLICT', '(content)').git_history_events, 1);
  });

  it('joins an exit code with its zero', () => {
    assert.equal(count('npm install', '"exit_code"', ':', '0').install_success_events, 1);
  });

  it('is no space inside a word', () => {
    assert.equal(count('context', 'window').context_events, 0);
  });

  it('is no part of a word', () => {
    assert.deepEqual([count('mod', 'el').model_events, count('git', 'pu', 'sh').git_events], [0, 0]);
  });

  it('does not end an exit code whose number goes on', () => {
    assert.equal(count('npm install', '"exit_code"', ':', '01').install_success_events, 0);
  });

  it('ends a line', () => {
    assert.equal(count('missing the', 'env').env_var_error_events, 0);
  });

  it('ends a path', () => {
    assert.equal(count('./a', '.py').files_touched_count, 0);
  });

  it('does not let what it joined be matched again', () => {
    assert.equal(count('git', 'merge conflict').git_history_events, 1);
  });

  it('leaves a phrase open that never ends', () => {
    assert.equal(count('git push', 'git').git_events, 1);
  });

  it('does not help a phrase whose next word is another', () => {
    assert.equal(count('git', 'and', 'status').git_events, 0);
  });
});

describe('white space', () => {
  for (const space of [
    '\t',
    '\v',
    '\f',
    '\r',
    '\x1c',
    '\x1f',
    '\x85',
    '\xa0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u3000',
  ]) {
    it(`is U+${space.codePointAt(0)!.toString(16).padStart(4, '0')}`, () => {
      assert.equal(count(`git${space}push`).git_events, 1);
    });
  }

  it('may be missing where the pattern allows it', () => {
    assert.equal(count('background=true').process_calls, 1);
  });

  it('may not be missing where the pattern asks for it', () => {
    assert.equal(count('gitpush').git_events, 0);
  });

  for (const other of ['\u200b', '\ufeff', '\x00', '\x1b']) {
    it(`is not U+${other.codePointAt(0)!.toString(16).padStart(4, '0')}`, () => {
      assert.equal(count(`git${other}push`).git_events, 0);
    });
  }
});
