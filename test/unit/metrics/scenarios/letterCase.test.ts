import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../support/counting.ts';

describe('where case is ignored', () => {
  it('ASCII letters match in either case', () => {
    assert.equal(count('TailWIND tailwind TAILWIND').css_activity_events, 3);
  });

  it('i matches U+0130 and U+0131', () => {
    assert.equal(count('ta\u0130lw\u0131nd').css_activity_events, 1);
  });

  it('s matches U+017F', () => {
    assert.equal(count('compre\u017f\u017f').context_events, 1);
  });

  it('k matches U+212A', () => {
    assert.equal(count('to\u212aen').context_events, 1);
  });

  it('k does not match what only looks like it in lower case', () => {
    assert.equal(count('to\u0138en').context_events, 0);
  });

  it('letters that lower-casing would turn into others do not match', () => {
    assert.equal(count('\u1e9eerror \uff44ocs').docs_activity_events, 0);
  });

  it('the run in front of config. takes the four letters beyond ASCII too', () => {
    for (const letter of ['\u0130', '\u0131', '\u017f', '\u212a']) {
      assert.equal(count(`${letter}config.json`).config_events, 1, letter);
    }
  });

  it('the run in front of config. takes no other letter', () => {
    assert.equal(count('\u00e9config.json').config_events, 0);
  });

  it('a phrase matches over a letter of several bytes at the end of a message', () => {
    assert.equal(count('g\u0131t', '\u017ftatus').git_events, 1);
  });

  it('a letter cut in two by the end of a message is no letter', () => {
    const cut = Buffer.from('to\u212aen');
    assert.equal(count(cut.subarray(0, 4), cut.subarray(4)).context_events, 0);
  });

  it('special letters far into a long text change nothing before them', () => {
    const long = `token ${'git \n'.repeat(20_000)}git status to\u212aen`;
    const figures = count(long);
    assert.deepEqual([figures.context_events, figures.git_events], [2, 1]);
  });
});

describe('skill, which is looked for in lower-cased text', () => {
  it('matches in either case', () => {
    assert.equal(count('skill Skill SKILL').skill_events, 3);
  });

  it('does not match U+017F, which lower-casing leaves alone', () => {
    assert.equal(count('\u017fkill').skill_events, 0);
  });

  it('does not match U+0130 or U+0131 for i', () => {
    assert.equal(count('sk\u0130ll sk\u0131ll').skill_events, 0);
  });

  it('matches U+212A, which is k in lower case', () => {
    assert.equal(count('s\u212aill').skill_events, 1);
  });

  it('begins a word after U+0130, whose lower case ends in a combining mark', () => {
    assert.equal(count('\u0130skill').skill_events, 1);
  });

  it('does not begin a word after U+0131', () => {
    assert.equal(count('\u0131skill').skill_events, 0);
  });
});
