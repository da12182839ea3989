import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso, isoOfDay } from '../../../../src/calendar/isoDay.ts';
import { startOfDay } from '../../../../src/calendar/localTime.ts';
import type { SessionDays } from '../../../../src/metrics/session/daySlices.ts';
import { DayCounter, type FrozenDays } from '../../../../src/metrics/session/days.ts';

const MONDAY = startOfDay(dayOfIso('2026-03-02')!);
const HOUR = 3600;
const DAY = 24 * HOUR;

/** A session of so many messages at these moments, counted; its only figure is how many there were. */
function daysOf(
  startedAt: number | null,
  moments: readonly (number | null)[],
  lastActive: number | null = null,
  frozen?: FrozenDays,
): SessionDays {
  let messages = 0;
  const counter = new DayCounter(startedAt, () => [messages], frozen);
  for (const moment of moments) {
    counter.beforeMessage(moment);
    messages += 1;
  }
  return counter.days(lastActive);
}

/** For people to read: days as dates, figures as their number. */
function words({ own, last, earlier }: SessionDays): string {
  const day = (value: number | null) => (value === null ? 'none' : isoOfDay(value));
  return [
    `own ${day(own)}`,
    ...earlier.map((slice) => `${day(slice.day)}: ${slice.figures[0]}`),
    `last ${day(last)}`,
  ].join(', ');
}

describe("a session's days", () => {
  it('are one day where all messages are of one', () => {
    assert.equal(words(daysOf(MONDAY, [MONDAY + 1, MONDAY + 2])), 'own 2026-03-02, last 2026-03-02');
  });

  it('hold the figures at the end of each day before the last', () => {
    assert.equal(
      words(daysOf(MONDAY, [MONDAY + 1, MONDAY + 2, MONDAY + DAY, MONDAY + 3 * DAY])),
      'own 2026-03-02, 2026-03-02: 2, 2026-03-03: 3, last 2026-03-05',
    );
  });

  it('never go back: a message is of no day before that of the one before it', () => {
    assert.equal(
      words(daysOf(MONDAY, [MONDAY + DAY, MONDAY, MONDAY + 2 * DAY])),
      'own 2026-03-02, 2026-03-03: 2, last 2026-03-04',
    );
  });

  it('may begin before the session or after it', () => {
    assert.equal(words(daysOf(MONDAY, [MONDAY - 1])), 'own 2026-03-02, last 2026-03-01');
    assert.equal(words(daysOf(MONDAY, [MONDAY + DAY])), 'own 2026-03-02, last 2026-03-03');
  });

  it('give a message without a time the day of the one before it, or of the session', () => {
    assert.equal(
      words(daysOf(MONDAY, [null, MONDAY + DAY, null])),
      'own 2026-03-02, 2026-03-02: 1, last 2026-03-03',
    );
    // The first is of the session's day, so the second cannot be of an earlier one.
    assert.equal(words(daysOf(MONDAY, [null, MONDAY - DAY])), 'own 2026-03-02, last 2026-03-02');
  });

  it('begin with the first message that has a time, where the start has none', () => {
    assert.equal(
      words(daysOf(null, [null, MONDAY, MONDAY + DAY], MONDAY + 5 * DAY)),
      'own 2026-03-02, 2026-03-02: 2, last 2026-03-03',
    );
  });

  it('are that of the last activity where nothing else tells, and none without it', () => {
    assert.equal(words(daysOf(null, [null], MONDAY)), 'own 2026-03-02, last 2026-03-02');
    assert.equal(words(daysOf(null, [], MONDAY)), 'own 2026-03-02, last none');
    assert.equal(words(daysOf(null, [null])), 'own none, last none');
  });

  it('end with no day where no message counts', () => {
    assert.equal(words(daysOf(MONDAY, [])), 'own 2026-03-02, last none');
  });

  it('are gone on with from where they stood', () => {
    const counter = new DayCounter(MONDAY, () => [7]);
    counter.beforeMessage(MONDAY);
    const frozen = JSON.parse(JSON.stringify(counter.freeze())) as FrozenDays;
    const resumed = new DayCounter(MONDAY, () => [7], frozen);
    resumed.beforeMessage(MONDAY + DAY);
    assert.equal(words(resumed.days(null)), 'own 2026-03-02, 2026-03-02: 7, last 2026-03-03');
  });
});
