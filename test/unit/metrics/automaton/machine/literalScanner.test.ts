import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildLiteralAutomaton,
  stateOf,
} from '../../../../../src/metrics/automaton/machine/literalAutomaton.ts';
import { BLOCK_BYTES, LiteralScanner } from '../../../../../src/metrics/automaton/machine/literalScanner.ts';

const PLAIN = { marked: false, bounded: false };
const LITERALS = ['abc', 'bc', 'b', 'ab/cd', 'abcdefghijklmnop'];

/** What is found in the order in which it is found: `place:literal`. */
function find(text: string): string[] {
  const automaton = buildLiteralAutomaton(
    LITERALS.map((literal) => Buffer.from(literal)),
    () => PLAIN,
  );
  const scanner = new LiteralScanner(automaton);
  const bytes = Buffer.from(text);
  const found: string[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const { pairs, runs } = scanner.scan(bytes, from, Math.min(bytes.length, from + BLOCK_BYTES));
    for (let run = 0; run < runs.length; run += 2) {
      for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2) {
        const literals = automaton.found[stateOf(pairs[pair + 1]!)]!;
        for (const literal of literals) found.push(`${from + pairs[pair]!}:${LITERALS[literal]}`);
      }
    }
  }
  return found;
}

/** Scans for `ok`, which is to count only where no word begins before it. @returns the places found */
function findBounded(text: string, from = 0): number[] {
  const bounded = { marked: false, bounded: true };
  const scanner = new LiteralScanner(buildLiteralAutomaton([Buffer.from('ok')], () => bounded));
  const { pairs, runs } = scanner.scan(Buffer.from(text), from, Buffer.byteLength(text));
  const places: number[] = [];
  for (let run = 0; run < runs.length; run += 2) {
    for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2) places.push(from + pairs[pair]!);
  }
  return places;
}

describe('the scanner', () => {
  it('finds all literals that begin at a place together', () => {
    assert.deepEqual(find('abcdefghijklmnop').toSorted(), ['0:abc', '0:abcdefghijklmnop', '1:b', '1:bc']);
  });

  it('finds literals in either case', () => {
    assert.deepEqual(find('xAB/Cdx').toSorted(), ['1:ab/cd', '2:b']);
  });

  it('finds them in the order in which they begin', () => {
    const places = find('b abc ab/cd bc '.repeat(50)).map((each) => Number.parseInt(each, 10));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('finds each once wherever it lies in the text', () => {
    for (let before = 0; before < 80; before++) {
      for (const after of [0, 1, 2, 3, 30]) {
        const found = find(`${'.'.repeat(before)}ab/cd${'.'.repeat(after)}`);
        assert.deepEqual(found, [`${before}:ab/cd`, `${before + 1}:b`]);
      }
    }
  });

  it('finds what lies across two blocks once', () => {
    for (let into = 0; into <= 5; into++) {
      const before = BLOCK_BYTES - into;
      assert.deepEqual(find(`${'.'.repeat(before)}ab/cd..`), [`${before}:ab/cd`, `${before + 1}:b`]);
    }
  });

  it('has room for a literal at every byte', () => {
    assert.equal(find('b'.repeat(BLOCK_BYTES + 7)).length, BLOCK_BYTES + 7);
  });

  it('finds nothing left over from the text before', () => {
    const scanner = new LiteralScanner(buildLiteralAutomaton([Buffer.from('abc')], () => PLAIN));
    scanner.scan(Buffer.from('abcabcabc'), 0, 9);
    const { runs } = scanner.scan(Buffer.from('xa'), 0, 2);
    assert.deepEqual(
      [0, 2, 4, 6].map((run) => runs[run + 1]! - runs[run]!),
      [0, 0, 0, 0],
    );
  });

  it('leaves out what counts only at a word boundary where a word character of ASCII stands before', () => {
    assert.deepEqual(findBounded('ok tok _ok 3ok Zok (ok) -ok éok'), [0, 20, 25, 30]);
  });

  it('leaves nothing out at the beginning of a block, whose byte before it does not know', () => {
    assert.deepEqual(findBounded('took', 2), [2]);
  });

  it('tells when something marked was found, and forgets it at the next scan', () => {
    const [marked, plain] = [Buffer.from('ab'), Buffer.from('cd')];
    const automaton = buildLiteralAutomaton([marked, plain], (literals) => ({
      marked: literals.includes(0),
      bounded: false,
    }));
    const scanner = new LiteralScanner(automaton);
    const told = ['cd', 'xxab', 'cd', 'ab cd', ''].map((text) => {
      scanner.scan(Buffer.from(text), 0, text.length);
      return scanner.foundMarked;
    });
    assert.deepEqual(told, [false, true, false, true, false]);
  });
});
