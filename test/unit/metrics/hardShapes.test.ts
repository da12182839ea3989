import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher } from '../../../src/metrics/automaton/automatonMatcher.ts';

const MB = 1 << 20;
/** Eight times the text may take this many times as long; 64 would be quadratic, and a busy machine may take 16. */
const LARGEST_RATIO = 24;
const ATTEMPTS = 3;

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
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const begin = performance.now();
    new AutomatonMatcher().add(text, null);
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

describe('the cost of a message of one line', () => {
  for (const [name, shape] of SHAPES) {
    it(`grows with its length only: ${name}`, () => {
      const small = milliseconds(shape(MB));
      const large = milliseconds(shape(8 * MB));
      assert.ok(large < small * LARGEST_RATIO, `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });
  }
});
