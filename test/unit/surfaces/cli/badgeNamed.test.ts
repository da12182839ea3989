import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { badgeNamed } from '../../../../src/surfaces/cli/badgeNamed.ts';

const NOTHING_NEAR = '; "list" shows the names and IDs of all';
const achievements = evaluate({});

describe('a badge', () => {
  for (const asked of [
    'Let Him Cook',
    'let him cook',
    'LET HIM COOK',
    'let_him_cook',
    'Let_Him_Cook',
    'let-him-cook',
    ' Let  Him Cook ',
  ])
    it(`is meant by "${asked}"`, () => assert.equal(badgeNamed(asked, achievements).id, 'let_him_cook'));

  for (const { id, name } of achievements.filter(({ state }) => state !== 'secret'))
    it(`is meant by the name and the ID of ${name}`, () => {
      assert.equal(badgeNamed(name.toUpperCase(), achievements).id, id);
      assert.equal(badgeNamed(id, achievements).name, name);
    });

  for (const [asked, answer] of [
    ['nope', NOTHING_NEAR],
    ['???', NOTHING_NEAR],
    ['', NOTHING_NEAR],
    ['Let Him Cok', '; did you mean "Let Him Cook"?'],
    ['him cook', '; did you mean "Let Him Cook"?'],
    ['subagent_comander', '; did you mean "Subagent Commander"?'],
    // Secret: neither its name nor its ID is to be guessed.
    ['Docker Name Collision', NOTHING_NEAR],
    ['docker_name_colision', NOTHING_NEAR],
  ] as const)
    it(`is not meant by "${asked}", and what is near is named`, () => {
      assert.throws(() => badgeNamed(asked, achievements), {
        message: `There is no badge "${asked}"${answer}`,
      });
    });

  it('that was asked for with control characters is named without', () => {
    assert.throws(() => badgeNamed('\u001b[2J', achievements), /^Error: There is no badge " \[2J"/);
  });
});
