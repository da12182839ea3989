import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher } from '../../../src/metrics/automaton/automatonMatcher.ts';

const MEGABYTE = 2 ** 20;
/** Eight times the text may take this many times as long; quadratic would be 64. */
const LARGEST_RATIO = 24;
/** A quadratic matcher fails every time; a linear one only while the machine is busy with something else. */
const ATTEMPTS = 6;

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
];

const joined = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** How many times the time grows with eight times the text, at the best of several attempts. */
function growth(match: (text: Buffer) => void, shape: (bytes: number) => Buffer): number {
  const milliseconds = (text: Buffer) => {
    const begin = performance.now();
    match(text);
    return performance.now() - begin;
  };
  const [small, large] = [shape(MEGABYTE), shape(8 * MEGABYTE)];
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    least.small = Math.min(least.small, milliseconds(small));
    least.large = Math.min(least.large, milliseconds(large));
    if (least.large < least.small * LARGEST_RATIO) break;
  }
  return least.large / least.small;
}

function assertLinear(ratio: number): void {
  assert.ok(ratio < LARGEST_RATIO, `${ratio.toFixed(1)} times the time for 8 times the text`);
}

describe('the time for one line', () => {
  for (const [name, shape] of SHAPES) {
    it(`of a message grows with its length only: ${name}`, () => {
      assertLinear(growth((text) => new AutomatonMatcher().add(text, null), shape));
    });
  }

  for (const [name, shape] of SHAPES.filter(([each]) => /[~./]/.test(each) || each.startsWith('a tilde'))) {
    it(`of calls grows with its length only: ${name}`, () => {
      const matchCalls = (text: Buffer) =>
        new AutomatonMatcher().add(new Uint8Array(), text.toString('latin1'));
      assertLinear(growth(matchCalls, shape));
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
