import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher, type FrozenMatcher } from '../../../../src/metrics/automaton/automatonMatcher.ts';
import { PlainMatcher } from '../../../yardstick/plainMatcher.ts';
import { randomNumbers, Soup } from '../../../yardstick/soup.ts';

/** Set HERMES_TEST_SEED to see a failure again. */
const SEED = Number(process.env['HERMES_TEST_SEED'] ?? Date.now() % 2 ** 31);
const BYTES = Number(process.env['HERMES_TEST_BYTES'] ?? 1_200_000);

interface Message {
  readonly text: Buffer;
  readonly callsJson: string | null;
}

function sessions(salt: number): Iterable<{ soup: Soup; messages: Message[] }> {
  const soup = new Soup(randomNumbers(SEED + salt));
  return (function* () {
    for (let bytes = 0; bytes < BYTES; ) {
      const text = soup.text(5 + soup.below(400));
      bytes += text.length;
      const messages = soup
        .cut(text)
        .map((part) => ({ text: part, callsJson: soup.chance(0.05) ? soup.callsJson() : null }));
      yield { soup, messages };
    }
  })();
}

const shown = (messages: readonly Message[]) =>
  `HERMES_TEST_SEED=${SEED}\n${JSON.stringify(messages.map(({ text, callsJson }) => [text.toString('latin1'), callsJson]))}`;

describe('the automaton, held against the plain patterns', () => {
  it('finds the same in soups of vocabulary, separators, special letters and broken UTF-8', (test) => {
    test.diagnostic(`HERMES_TEST_SEED=${SEED}`);
    for (const { messages } of sessions(0)) {
      const automaton = new AutomatonMatcher();
      const plain = new PlainMatcher();
      for (const { text, callsJson } of messages) {
        automaton.add(text, callsJson);
        plain.add(text, callsJson);
      }
      assert.deepEqual(automaton.figures(), plain.figures(), shown(messages));
    }
  });

  it('goes on from a frozen state at any message as if it had never stopped', () => {
    for (const { soup, messages } of sessions(1)) {
      const whole = new AutomatonMatcher();
      let resumed = new AutomatonMatcher();
      for (const { text, callsJson } of messages) {
        whole.add(text, callsJson);
        resumed.add(text, callsJson);
        if (soup.chance(0.5)) continue;
        resumed = new AutomatonMatcher(JSON.parse(JSON.stringify(resumed.freeze())) as FrozenMatcher);
      }
      assert.deepEqual(resumed.freeze(), whole.freeze(), shown(messages));
    }
  });
});
