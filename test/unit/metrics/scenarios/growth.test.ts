import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher } from '../../../../src/metrics/automaton/automatonMatcher.ts';
import {
  foldSpecialLetters,
  lowerSpecialLetters,
} from '../../../../src/metrics/automaton/machine/specialLetters.ts';
import { bytesLookedAt, charactersLookedAt } from '../support/countedText.ts';

/** More than one block of the scanner's. */
const SHORT_BYTES = 40_000;
const TIMES_AS_LONG = 4;
/** So many times the text may be looked at so many times as often; quadratic would be 16. */
const LARGEST_RATIO = 4.1;
/** And so often at each byte, whatever the text. */
const MOST_LOOKS = 100;

/** Texts of one line on which a careless matcher would look at everything again and again. */
const REPEATED = [
  '3000 ',
  'docker ',
  'docker name ',
  'missing ',
  'missing env ',
  'npm ',
  '~/',
  './a',
  '/home/',
]
  .concat(['git\t', 'git\n', 'conflict ', 'aconfig', 'aconfig.', '-_-config', 'x-config.js', 'background ='])
  .concat(['background\n', 'exit_code ', 'exit_code" :', 'docker name \u212a']);

const SHAPES: readonly (readonly [string, (bytes: number) => Buffer])[] = [
  ...REPEATED.map((part) => [JSON.stringify(part), (bytes: number) => Buffer.alloc(bytes, part)] as const),
  ['a tilde and word characters', (bytes) => joined('~/', Buffer.alloc(bytes, 'w'))],
  ['a tilde and letters beyond ASCII', (bytes) => joined('~/', Buffer.alloc(bytes, '\u65e5'))],
  ['a tilde and dots', (bytes) => joined('~/', Buffer.alloc(bytes, '.'))],
  ['a phrase and white space', (bytes) => joined('background', Buffer.alloc(bytes, '\t'))],
  ['a run and the name it belongs to', (bytes) => joined(Buffer.alloc(bytes, '-'), 'config.json')],
  ['a special letter at the end', (bytes) => joined(Buffer.alloc(bytes, 'docker name '), '\u0131')],
  ['special letters in ASCII', (bytes) => copyOf(foldSpecialLetters, bytes)],
  ['special letters in lower case', (bytes) => copyOf(lowerSpecialLetters, bytes)],
];

/** One of the copies as which a text with special letters is matched. */
const copyOf = (copy: (text: Uint8Array) => Uint8Array, bytes: number) =>
  Buffer.from(copy(Buffer.alloc(bytes, 'docker name \u0130 \u212a ')));

const joined = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** @param looksAt counts what is looked at of a text; throws where it is more than so much */
function assertLinear(
  shape: (bytes: number) => Buffer,
  looksAt: (text: Buffer, most: number) => number,
): void {
  const [short, long] = [shape(SHORT_BYTES), shape(TIMES_AS_LONG * SHORT_BYTES)];
  const few = looksAt(short, MOST_LOOKS * short.length);
  const many = looksAt(long, LARGEST_RATIO * few);
  assert.ok(few >= short.length && many >= long.length, 'it was not counted what is looked at');
}

describe('what is looked at of one line', () => {
  for (const [name, shape] of SHAPES) {
    it(`of a message grows with its length only: ${name}`, (t) => {
      assertLinear(shape, (text, most) =>
        bytesLookedAt(t, text, most, (counted) => new AutomatonMatcher().add(counted, null)),
      );
    });
  }

  for (const [name, shape] of SHAPES.filter(([each]) => /[~./]/.test(each) || each.startsWith('a tilde'))) {
    it(`of calls grows with its length only: ${name}`, () => {
      assertLinear(shape, (text, most) => {
        const calls = text.toString('latin1');
        const matcher = new AutomatonMatcher();
        return charactersLookedAt(most, () => matcher.add(new Uint8Array(), calls));
      });
    });
  }
});

describe('what is kept between messages', () => {
  it('does not grow with white space that leaves a match undecided', () => {
    const matcher = new AutomatonMatcher();
    matcher.add(Buffer.from('git'), null);
    const { length } = JSON.stringify(matcher.freeze());
    for (let index = 0; index < 1_000; index++) matcher.add(Buffer.alloc(1_000, ' '), null);
    assert.equal(JSON.stringify(matcher.freeze()).length, length);
  });
});
