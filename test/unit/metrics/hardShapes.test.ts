import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher } from '../../../src/metrics/automaton/automatonMatcher.ts';

const MB = 1 << 20;
/** Eight times the text may take this many times as long; quadratic would be 64. */
const LARGEST_RATIO = 24;
/** A quadratic matcher fails every time; a linear one only while the machine is busy with something else. */
const ATTEMPTS = 8;

/** Texts that a matcher which looks back or ahead again and again would take hours for. */
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
  'git\t',
  'git\n',
  'conflict ',
  'aconfig',
  '-_-config',
  'aconfig.',
  'background =',
  'background\n',
  'exit_code ',
  'docker name \u212a',
];

const SHAPES = new Map<string, (bytes: number) => Buffer>([
  ...REPEATED.map((part) => [JSON.stringify(part), (bytes: number) => Buffer.alloc(bytes, part)] as const),
  ['`~/` and word characters', (bytes) => Buffer.concat([Buffer.from('~/'), Buffer.alloc(bytes, 'w')])],
  ['`./` and letters beyond ASCII', (bytes) => Buffer.concat([Buffer.from('./'), Buffer.alloc(bytes, '日')])],
  ['`git` and white space', (bytes) => Buffer.concat([Buffer.from('git'), Buffer.alloc(bytes, '\t')])],
  [
    'a run and `config.json`',
    (bytes) => Buffer.concat([Buffer.alloc(bytes, 'a'), Buffer.from('config.json')]),
  ],
]);

function milliseconds(text: Buffer): number {
  const begin = performance.now();
  new AutomatonMatcher().add(text, null);
  return performance.now() - begin;
}

/** How many times the time grows with eight times the text, at the best of several attempts. */
function growth(shape: (bytes: number) => Buffer): number {
  const small = shape(MB);
  const large = shape(8 * MB);
  let least = Number.POSITIVE_INFINITY;
  let leastLarge = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    least = Math.min(least, milliseconds(small));
    leastLarge = Math.min(leastLarge, milliseconds(large));
    if (leastLarge < least * LARGEST_RATIO) break;
  }
  return leastLarge / least;
}

describe('the time for a message of one line', () => {
  for (const [name, shape] of SHAPES) {
    it(`grows with its length only: ${name}`, () => {
      const times = growth(shape);
      assert.ok(times < LARGEST_RATIO, `${times.toFixed(1)} times the time for 8 times the text`);
    });
  }
});
