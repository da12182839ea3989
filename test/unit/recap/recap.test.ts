import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { WorkedSession } from '../../../src/activity/session.ts';
import { evaluate } from '../../../src/badges/evaluate.ts';
import { timelineOf } from '../../../src/badges/overTime/timeline.ts';
import { tierRank } from '../../../src/badges/unlocks/record.ts';
import { dayOfIso, isoOfDay, type LocalDay } from '../../../src/calendar/isoDay.ts';
import { aggregateOf } from '../../../src/metrics/sums/aggregate.ts';
import { figureRowOf, statsOfRow } from '../../../src/metrics/sums/figureRow.ts';
import type { RecapPeriod } from '../../../src/recap/period.ts';
import { type Recap, type RecapSources, recapOf } from '../../../src/recap/recap.ts';
import { Random } from '../../../src/sample/random.ts';
import { foldersOf, workedHistory } from '../../../src/scanning/ledger/worked.ts';
import { NO_AMOUNTS } from '../../../src/usage/amounts.ts';
import type { UsageRecord } from '../../../src/usage/record.ts';
import { ledgerOf } from '../../support/ledgers.ts';
import type { TemporaryHome } from '../../support/temporaryHome.ts';
import { setZone } from '../../support/zone.ts';
import { analyseHome } from '../scanning/analysis/support/analyseHome.ts';
import { homeOf, type RawSession, rawHistory } from './support/rawHistory.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;

const PLACES = [
  {
    zone: 'Europe/Berlin',
    changes: ['2024-03-31T01:00Z', '2024-10-27T01:00Z', '2025-03-30T01:00Z', '2025-10-26T01:00Z'],
  },
  {
    zone: 'America/New_York',
    changes: ['2024-03-10T07:00Z', '2024-11-03T06:00Z', '2025-03-09T07:00Z', '2025-11-02T06:00Z'],
  },
];
const [FROM, TO] = ['2024-02-20T00:00Z', '2026-01-12T00:00Z'];
const RANGES_A_PLACE = 100;

for (const { zone, changes } of PLACES)
  describe(`a recap in ${zone}`, () => {
    const random = new Random(`recap ${zone}`);
    // The turns of the years are as crowded as the nights on which the clock is changed.
    const crowded = [...changes, '2024-12-31T23:00Z', '2025-12-31T23:00Z'].map(seconds);
    const raw = rawHistory(random, seconds(FROM), seconds(TO), crowded);
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    const dayOf = (at: number): string => format.format(at * 1000);
    const zoneBefore = process.env['TZ'];
    let home: TemporaryHome;
    let sources: RecapSources & { readonly sessions: readonly WorkedSession[] };

    before(async () => {
      setZone(zone);
      home = homeOf(raw);
      const ledger = ledgerOf((await analyseHome(home.path, null)).values());
      const { sessions, days } = workedHistory(ledger);
      sources = {
        sessions: [...sessions],
        days,
        timeline: timelineOf(ledger.firstDayAt, []),
        folderOf: foldersOf(ledger),
        usageFrom: () => usageRecords(raw, (at) => dayOfIso(dayOf(at))!),
      };
    });
    after(() => {
      setZone(zoneBefore);
      home.remove();
    });

    it(`equals sums by brute force in ${RANGES_A_PLACE} random periods`, () => {
      const [first, last] = [FROM, TO].map((iso) => dayOfIso(iso.slice(0, 10))!) as [number, number];
      let unlocks = 0;
      for (let turn = 0; turn < RANGES_A_PLACE; turn++) {
        const today = random.int(first, last + 400);
        const [a, b] = [random.int(first - 5, last + 5), random.int(first - 5, last + 5)];
        const periods: RecapPeriod[] = [
          { last: 'week' },
          { last: 'month' },
          { last: 'year' },
          { range: { since: Math.min(a, b), until: Math.max(a, b) } },
          { range: { since: a, until: a + random.int(0, 9) } },
        ];
        const recap = recapOf(periods[turn % periods.length]!, sources, today);
        assertPeriod(recap, periods[turn % periods.length]!, isoOfDay(today));
        assertSums(recap, raw, dayOf);
        assert.deepEqual(
          recap.unlocks.map(({ id, to_tier }) => [id, to_tier]).sort(),
          risen(recap, sources.sessions),
        );
        unlocks += recap.unlocks.length;
      }
      assert.ok(unlocks > RANGES_A_PLACE, String(unlocks));
    });

    it('counts what was written on the night on which the clock is changed on its own day', () => {
      for (const change of changes) {
        const day = dayOf(seconds(change));
        const range = { since: dayOfIso(day)!, until: dayOfIso(day)! };
        const recap = recapOf({ range }, sources, range.until);
        assertSums(recap, raw, dayOf);
        assert.notEqual(recap.totals.messages, 0, day);
      }
    });
  });

/** Each message used as many tokens as it has calls, and one more, on its day. */
function usageRecords(
  raw: readonly RawSession[],
  dayOf: (at: number) => LocalDay,
): ReadonlyMap<string, UsageRecord> {
  const recordOf = ({ startedAt, model, folder, messages }: RawSession): UsageRecord => ({
    startedAt,
    source: 'cli',
    folder,
    parent: null,
    firstDay: dayOf(startedAt),
    units: [
      {
        ...{ model, provider: '', baseUrl: '', mode: '', task: '', isResidual: true, status: '', seen: null },
        days: messages.map(({ at, calls }) => ({
          day: dayOf(at),
          amounts: { ...NO_AMOUNTS, input: calls.length + 1, actual: calls.length },
        })),
      },
    ],
  });
  return new Map(raw.map((session) => [session.id, recordOf(session)]));
}

/** The days that a period is of, found day by day. */
function assertPeriod({ period, before }: Recap, asked: RecapPeriod, today: string): void {
  const next = (day: string, by: 1 | -1): string =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  const keyOf = (day: string): string => {
    if ('range' in asked) return '';
    if (asked.last !== 'week') return day.slice(0, asked.last === 'month' ? 7 : 4);
    let monday = day;
    while (new Date(monday).getUTCDay() !== 1) monday = next(monday, -1);
    return monday;
  };
  if ('range' in asked) {
    assert.deepEqual(
      [period.since, period.until],
      [isoOfDay(asked.range.since), isoOfDay(asked.range.until)],
    );
    assert.equal(
      Date.parse(before.until) - Date.parse(before.since),
      Date.parse(period.until) - Date.parse(period.since),
    );
  } else {
    assert.equal(keyOf(next(period.until, 1)), keyOf(today));
    for (const { since, until } of [period, before]) {
      assert.equal(keyOf(since), keyOf(until));
      assert.notEqual(keyOf(next(since, -1)), keyOf(since));
      assert.notEqual(keyOf(next(until, 1)), keyOf(until));
    }
  }
  assert.equal(next(before.until, 1), period.since);
}

/** Everything that is summed up, counted anew from what was written. */
function assertSums(recap: Recap, raw: readonly RawSession[], dayOf: (at: number) => string): void {
  for (const [range, totals, usage] of [
    [recap.period, recap.totals, recap.usage],
    [recap.before, recap.totals_before, recap.usage_before],
  ] as const) {
    const within = (at: number): boolean => dayOf(at) >= range.since && dayOf(at) <= range.until;
    const messages = raw.flatMap((session) => session.messages).filter(({ at }) => within(at));
    assert.deepEqual(totals, {
      sessions: raw.filter(({ startedAt }) => within(startedAt)).length,
      messages: messages.length,
      tool_calls: messages.reduce((sum, { calls }) => sum + calls.length, 0),
      active_days: new Set(messages.map(({ at }) => dayOf(at))).size,
    });
    const calls = messages.reduce((sum, message) => sum + message.calls.length, 0);
    assert.deepEqual([usage.total, usage.cost.actual ?? 0], [messages.length + calls, calls]);
  }
  const { since, until } = recap.period;
  const parts = raw.map((session) => ({
    session,
    messages: session.messages.filter(({ at }) => dayOf(at) >= since && dayOf(at) <= until),
  }));
  const countBy = (
    names: (part: (typeof parts)[number]) => readonly string[],
    each: (part: (typeof parts)[number]) => number,
  ) => {
    const counts: Record<string, number> = {};
    for (const part of parts) for (const name of names(part)) counts[name] = (counts[name] ?? 0) + each(part);
    return Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 5);
  };
  const messagesOf = ({ messages }: (typeof parts)[number]): number => messages.length;
  const models = countBy(({ session }) => [session.model.split('/').at(-1)!], messagesOf);
  assert.deepEqual(
    recap.models.map(({ name, messages }) => [name, messages]),
    models,
  );
  const folders = countBy(({ session }) => [session.folder], messagesOf);
  assert.deepEqual(
    recap.folders.map(({ name, messages }) => [name, messages]),
    folders,
  );
  const tools = countBy(
    ({ session }) => [...new Set(session.messages.flatMap(({ calls }) => calls))],
    ({ messages }) => Number(messages.some(({ calls }) => calls.length > 0)),
  );
  assert.deepEqual(
    recap.tools.map(({ name, sessions }) => [name, sessions]),
    tools,
  );
  assert.equal(recap.longest_session?.messages ?? 0, Math.max(0, ...parts.map(messagesOf)));
  const days = new Set(parts.flatMap(({ messages }) => messages.map(({ at }) => dayOf(at))));
  let [streak, longest] = [0, 0];
  for (let at = Date.parse(since); at <= Date.parse(until); at += 86_400_000) {
    streak = days.has(new Date(at).toISOString().slice(0, 10)) ? streak + 1 : 0;
    longest = Math.max(longest, streak);
  }
  assert.equal(recap.longest_streak, longest);
}

/** The badges that stand higher at the end of a period than at the end of the day before it, and where. */
function risen({ period }: Recap, sessions: readonly WorkedSession[]): (readonly [string, string | null])[] {
  const before = standingAt(sessions, dayOfIso(period.since)! - 1);
  return standingAt(sessions, dayOfIso(period.until)!)
    .filter(({ unlocked, tier }, index) => {
      const then = before[index]!;
      return (unlocked && !then.unlocked) || tierRank(tier) > tierRank(then.tier);
    })
    .map(({ id, tier }) => [id, tier] as const)
    .sort();
}

/** All badges by what each session had come to by the end of a day. */
function standingAt(sessions: readonly WorkedSession[], day: number) {
  const there = sessions.flatMap(({ stats, days }) => {
    const slices = [...days.earlier, { day: days.last ?? days.own!, figures: figureRowOf(stats) }];
    const slice = slices.findLast((one) => one.day <= day);
    return days.own! > day ? [] : [statsOfRow(slice?.figures ?? [], stats)];
  });
  return evaluate(aggregateOf(there));
}
