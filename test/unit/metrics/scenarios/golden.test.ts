import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readToolCalls } from '../../../../src/hermes/messages/calls/toolCalls.ts';
import { TextReader } from '../../../../src/hermes/messages/text.ts';
import { SessionCounter } from '../../../../src/metrics/session/counter.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import type { SessionStats } from '../../../../src/metrics/session/stats.ts';
import { aggregateOf } from '../../../../src/metrics/sums/aggregate.ts';
import { PlainMatcher } from '../../../yardstick/plainMatcher.ts';
import { message, SESSION } from '../support/counting.ts';

/** Sessions, and what the dashboard itself counted in them; see test/golden/README.md. */
const CASES = new URL('../../../golden/cases.json', import.meta.url);
const EXPECTED = new URL('../../../golden/expected.json', import.meta.url);

interface Row {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls: string | null;
  readonly tool_name: string | null;
}

interface Case {
  readonly id: string;
  readonly model: string | null;
  readonly started_at: number;
  readonly messages: readonly Row[];
}

function countCase({ id, model, started_at, messages }: Case, counter: SessionCounter): SessionStats {
  const reader = new TextReader();
  for (const { role, content, tool_calls, tool_name } of messages) {
    const calls = readToolCalls(tool_calls ?? '');
    counter.add(
      message({
        isResult: role === 'tool',
        text: reader.fromString(content ?? ''),
        toolName: tool_name ?? '',
        callNames: calls.listed,
        callsJson: calls.json,
      }),
    );
  }
  return counter.stats({ ...SESSION, id, model, startedAt: started_at });
}

// The expected figures were produced in this zone; nights and weekends are local.
process.env['TZ'] = 'UTC';
const { sessions: cases } = JSON.parse(readFileSync(CASES, 'utf8')) as { sessions: Case[] };
const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as {
  sessions: Record<string, SessionStats>;
  aggregate: object;
};
// What is not counted but read from the session's own row is tested where it is read.
const counted = ({ title: _, source: __, last_active: ___, ...figures }: SessionStats) => figures;

describe('held against the figures of the dashboard', () => {
  for (const [name, newCounter] of [
    ['the product counts', () => newSessionCounter()],
    ['the yardstick counts', () => new SessionCounter(new PlainMatcher())],
  ] as const) {
    it(`${name} every figure of every session`, () => {
      for (const each of cases) {
        const figures = counted(countCase(each, newCounter()));
        assert.deepEqual(figures, counted(expected.sessions[each.id]!), each.id);
      }
    });
  }

  it('every aggregate agrees', () => {
    const sessions = cases.map((each) => countCase(each, newSessionCounter()));
    assert.deepEqual(aggregateOf(sessions), expected.aggregate);
  });
});
