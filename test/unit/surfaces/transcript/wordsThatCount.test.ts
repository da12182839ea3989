import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { wordsThatCount } from '../../../../src/surfaces/transcript/wordsThatCount.ts';

describe('what counts for a badge', () => {
  for (const { id } of CATALOGUE) {
    it(`is something for ${id}`, () => {
      const { inTexts, isTool, facts, messages } = wordsThatCount(id);
      const tools = ['terminal', 'web_extract', 'cronjob', 'browser', 'patch', 'read_file', 'delegate_task'];
      const more = ['process', 'vision', 'tts', 'skill_manage', 'memory'];
      assert.ok(inTexts.length > 0 || facts.size > 0 || messages || [...tools, ...more].some(isTool));
    });
  }

  it('are tools whose names contain what the vocabulary names, in any case', () => {
    const { isTool } = wordsThatCount('terminal_goblin');
    assert.deepEqual(['Terminal_run', 'patch', ''].map(isTool), [true, false, false]);
  });

  it('are tools of every requirement', () => {
    const { isTool } = wordsThatCount('full_send');
    assert.deepEqual(['terminal', 'write_file', 'browser_click', 'memory'].map(isTool), [
      true,
      true,
      true,
      false,
    ]);
  });

  it('are names on results too where different tools are counted', () => {
    assert.deepEqual(
      ['toolchain_maxxer', 'let_him_cook'].map((badge) => wordsThatCount(badge).onResults),
      [true, false],
    );
  });

  it('is nothing for a badge that does not exist', () => {
    const { inTexts, isTool, facts } = wordsThatCount('__proto__');
    assert.deepEqual([inTexts.length, isTool('terminal'), facts.size], [0, false, 0]);
  });
});
