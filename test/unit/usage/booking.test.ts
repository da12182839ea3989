import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isoOfDay } from '../../../src/calendar/isoDay.ts';
import type { SessionUse } from '../../../src/hermes/usage/use.ts';
import { book } from '../../../src/usage/booking.ts';
import type { UsageRecord } from '../../../src/usage/record.ts';
import { at, row, session, use } from './support/uses.ts';

const NOON = at('2026-03-09T12:00:00Z');

/** What was booked of input: model, residual or not, day, tokens. */
function booked(record: UsageRecord): (string | boolean | number)[][] {
  return record.units.flatMap(({ model, isResidual, days }) =>
    days.map(({ day, amounts }) => [model, isResidual, isoOfDay(day), amounts.input]),
  );
}

/** One look after another, a minute apart. */
function seenAs(...looks: readonly SessionUse[]): UsageRecord {
  let record: UsageRecord | undefined;
  looks.forEach((look, minute) => {
    record = book(record, look, NOON + 60 * minute);
  });
  return record!;
}

describe('what is booked of a session', () => {
  it('is at first sight all of the day on which it began, whatever its rows say', () => {
    const first = seenAs(
      session(use({ input: 5 }), [row({ input: 3 }, { lastSeen: at('2026-03-07T10:00:00Z') })]),
    );
    assert.deepEqual(booked(first), [
      ['vendor/model-a', false, '2026-03-02', 3],
      ['vendor/model-a', true, '2026-03-02', 2],
    ]);
  });

  it('is, without a start, of the day of the first use in a row, else of the scan', () => {
    const rows = [
      row({ input: 1 }, { firstSeen: at('2026-03-05T10:00:00Z') }),
      row({ input: 1 }, { task: 'vision' }),
    ];
    assert.equal(isoOfDay(seenAs(session(use(), rows, { startedAt: null })).firstDay), '2026-03-05');
    assert.equal(isoOfDay(seenAs(session(use(), [], { startedAt: null })).firstDay), '2026-03-09');
  });

  it('grows on the day that the row names, what is left over on that of the last activity, else of the scan', () => {
    const lastSeen = at('2026-03-06T10:00:00Z');
    const record = seenAs(
      session(use({ input: 10 }), [row({ input: 4 })]),
      session(use({ input: 20 }), [row({ input: 9 }, { lastSeen })], {
        lastActivityAt: at('2026-03-05T10:00:00Z'),
      }),
      session(use({ input: 21 }), [row({ input: 9 }, { lastSeen })]),
    );
    assert.deepEqual(booked(record), [
      ['vendor/model-a', false, '2026-03-02', 4],
      ['vendor/model-a', false, '2026-03-06', 5],
      ['vendor/model-a', true, '2026-03-02', 6],
      ['vendor/model-a', true, '2026-03-05', 5],
      ['vendor/model-a', true, '2026-03-09', 1],
    ]);
  });

  it('believes no clock that is ahead by more than a day', () => {
    const grown = (lastSeen: number) =>
      booked(
        seenAs(session(use(), [row({ input: 1 })]), session(use(), [row({ input: 2 }, { lastSeen })])),
      ).at(-1)?.[2];
    assert.equal(grown(NOON + 60 + 86_400), '2026-03-10');
    assert.equal(grown(NOON + 60 + 86_401), '2026-03-09');
  });

  it('is not touched by totals that fall, and goes on where they exceed the greatest', () => {
    const looks = [100, 40, 70, 130].map((input) => session(use({ input })));
    assert.deepEqual(
      looks.map((_, index) => booked(seenAs(...looks.slice(0, index + 1))).map(([, , , tokens]) => tokens)),
      [[100], [100], [100], [100, 30]],
    );
  });

  it('stays with the model where it was first seen when a row takes it over', () => {
    const model = 'm/second';
    const record = seenAs(
      session(use({ input: 100 })),
      session(use({ input: 100 }), [row({ input: 100 }, { model })]),
      session(use({ input: 130 }), [row({ input: 130 }, { model })]),
    );
    assert.deepEqual(booked(record), [
      ['m/second', false, '2026-03-09', 30],
      ['vendor/model-a', true, '2026-03-02', 100],
    ]);
  });

  it('gives what is new to the units in their order, to each at most what it grew', () => {
    const rows = (a: number, b: number) => [
      row({ input: a }, { model: 'a' }),
      row({ input: b }, { model: 'b' }),
    ];
    // 10 of a are lost, so that of the 10 + 5 that grew only 5 are beyond what was seen.
    const record = seenAs(
      session(use(), rows(20, 10)),
      session(use(), rows(10, 10)),
      session(use(), rows(20, 15)),
    );
    assert.deepEqual(
      booked(record).filter(([, , day]) => day === '2026-03-09'),
      [['a', false, '2026-03-09', 5]],
    );
  });

  it('counts dollars from a millionth on, and knows a cost of nothing', () => {
    const estimates = (...costs: (number | null)[]) =>
      seenAs(...costs.map((estimated) => session(use({ input: 1, estimated })))).units[0]?.days.map(
        ({ amounts }) => amounts.estimated,
      );
    assert.deepEqual(estimates(0.5, 0.5000009), [0.5]);
    assert.deepEqual(estimates(null, 0.25), [null, 0.25]);
    assert.deepEqual(estimates(0, 0), [0]);
  });

  it('is the same, booked twice', () => {
    const look = session(use({ input: 10, estimated: 0.1 }), [row({ input: 4, estimated: 0.05 })]);
    const once = seenAs(session(use({ input: 3 })), look);
    assert.deepEqual(book(once, look, NOON + 999_999), once);
  });

  it('keeps source, folder, parent and start where the row tells them no more, and follows a new folder', () => {
    const known = seenAs(session(use(), [], { parent: 'p' }));
    const blank = { startedAt: null, source: null, folder: null, parent: null };
    assert.deepEqual(book(known, session(use(), [], blank), NOON), known);
    assert.equal(book(known, session(use(), [], { folder: '/code/beta' }), NOON).folder, '/code/beta');
  });
});
