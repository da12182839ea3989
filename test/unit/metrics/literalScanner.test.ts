import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildLiteralAutomaton } from '../../../src/metrics/automaton/literalAutomaton.ts';
import { BLOCK_BYTES, LiteralScanner } from '../../../src/metrics/automaton/literalScanner.ts';

const LITERALS = ['abc', 'bc', 'b', 'ab/cd', 'abcdefghijklmnop'];

/** What is found in the order in which it is found: `place:literal`. */
function find(text: string): string[] {
  const automaton = buildLiteralAutomaton(LITERALS.map((literal) => Buffer.from(literal)));
  const scanner = new LiteralScanner(automaton);
  const bytes = Buffer.from(text);
  const found: string[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const { pairs, runs } = scanner.scan(bytes, from, Math.min(bytes.length, from + BLOCK_BYTES));
    for (let run = 0; run < runs.length; run += 2) {
      for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2) {
        const literals = automaton.found[LiteralScanner.stateOf(pairs[pair + 1]!)]!;
        for (const literal of literals) found.push(`${from + pairs[pair]!}:${LITERALS[literal]}`);
      }
    }
  }
  return found;
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
    const scanner = new LiteralScanner(buildLiteralAutomaton([Buffer.from('abc')]));
    scanner.scan(Buffer.from('abcabcabc'), 0, 9);
    const { runs } = scanner.scan(Buffer.from('xa'), 0, 2);
    assert.deepEqual(
      [0, 2, 4, 6].map((run) => runs[run + 1]! - runs[run]!),
      [0, 0, 0, 0],
    );
  });
});
