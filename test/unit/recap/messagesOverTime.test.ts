import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isoOfDay } from '../../../src/calendar/isoDay.ts';
import { messagesOverTime } from '../../../src/recap/messagesOverTime.ts';

const on = (day: string, messages: number) => ({ day, sessions: 0, messages, tool_calls: 0 });
const period = (since: string, until: string) => ({ kind: 'range', since, until }) as const;
const DAYS = [on('2026-11-16', 3), on('2026-11-18', 4), on('2026-11-30', 5)];

describe('the messages of a recap over time', () => {
  it('are told of every day, also of those without any', () => {
    const { unit, times } = messagesOverTime({ period: period('2026-11-15', '2026-11-19'), days: DAYS }, 30);
    assert.equal(unit, 'day');
    assert.deepEqual(
      times.map(({ day, messages }) => [isoOfDay(day), messages]),
      [
        ['2026-11-15', 0],
        ['2026-11-16', 3],
        ['2026-11-17', 0],
        ['2026-11-18', 4],
        ['2026-11-19', 0],
      ],
    );
  });

  it('are put together as weeks, then as months, where days have no room, and none is lost', () => {
    const whole = { period: period('2026-11-01', '2026-12-31'), days: DAYS };
    const told = [20, 5].map((fitting) => messagesOverTime(whole, fitting));
    assert.deepEqual(
      told.map(({ unit, times }) => [unit, times.reduce((sum, { messages }) => sum + messages, 0)]),
      [
        ['week', 12],
        ['month', 12],
      ],
    );
  });
});
