import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sessionsOfDay } from '../../../../src/activity/day.ts';
import { type ActivityOfYear, activityOfYear } from '../../../../src/activity/year.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { curveOf } from '../../../../src/badges/overTime/curve.ts';
import { timelineOf } from '../../../../src/badges/overTime/timeline.ts';
import { dayOfIso } from '../../../../src/calendar/isoDay.ts';
import { recapOf } from '../../../../src/recap/recap.ts';
import type { Ledger } from '../../../../src/scanning/ledger/ledger.ts';
import { foldersOf, workedHistory } from '../../../../src/scanning/ledger/worked.ts';
import { countingResult, homeOfCases } from '../../../support/hermes/countingCases.ts';
import type { HermesHome } from '../../../support/hermes/hermesHome.ts';
import { ledgerOf } from '../../../support/ledgers.ts';
import { setZone } from '../../../support/zone.ts';
import { analyseHome } from '../analysis/support/analyseHome.ts';

type Work = { readonly sessions: number; readonly messages: number; readonly tool_calls: number };
interface Dates {
  readonly days: Readonly<Record<string, Work>>;
  readonly reached: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const TODAY = dayOfIso('2026-11-27')!;

/** What the cases of test/golden/counting say of days and of what was reached on them, in each of its zones. */
for (const [zone, expected] of Object.entries(countingResult('dates') as Record<string, Dates>))
  describe(`the golden history, told in ${zone},`, () => {
    let home: HermesHome;
    let ledger: Ledger;

    const zoneBefore = process.env['TZ'];

    before(async () => {
      setZone(zone);
      home = await homeOfCases(null);
      ledger = ledgerOf((await analyseHome(home.path, null)).values());
    });
    after(() => {
      setZone(zoneBefore);
      home.remove();
    });

    const of = (year: number): ActivityOfYear => activityOfYear(workedHistory(ledger), year, TODAY);

    it('has all its days in the activity of their years, and no other', () => {
      const days = of(2026).years.flatMap((year) => of(year).days);
      assert.deepEqual(Object.fromEntries(days.map(({ day, ...work }) => [day, work])), expected.days);
    });

    it('has the sums of the days as the totals of the year', () => {
      const days = Object.entries(expected.days).filter(([day]) => day.startsWith('2026-'));
      const sum = (of: (work: Work) => number): number => days.reduce((all, [, work]) => all + of(work), 0);
      assert.deepEqual(of(2026).totals, {
        sessions: sum(({ sessions }) => sessions),
        messages: sum(({ messages }) => messages),
        tool_calls: sum(({ tool_calls }) => tool_calls),
        active_days: sum(({ messages }) => Number(messages > 0)),
      });
    });

    it('has on each day the sessions that make up its figures', () => {
      for (const [day, work] of Object.entries(expected.days)) {
        const { sessions } = sessionsOfDay(workedHistory(ledger), dayOfIso(day)!);
        const found = {
          sessions: sessions.filter(({ began }) => began).length,
          messages: sessions.reduce((sum, { messages }) => sum + messages, 0),
          tool_calls: sessions.reduce((sum, { tool_calls }) => sum + tool_calls, 0),
        };
        assert.deepEqual(found, work, day);
      }
    });

    it('has every tier in its time line on the day on which it was reached', () => {
      const timeline = timelineOf(ledger.firstDayAt, []);
      const found: Record<string, Record<string, string>> = {};
      for (const { id, tier, day } of timeline) found[id] = { ...found[id], [tier ?? '']: day };
      const reached = Object.entries(expected.reached).filter(([, tiers]) => Object.keys(tiers).length > 0);
      assert.deepEqual(found, Object.fromEntries(reached));
      assert.deepEqual(
        timeline.map(({ day }) => day),
        timeline.map(({ day }) => day).toSorted(),
      );
      assert.ok(timeline.every(({ kept, noticed }) => !kept && noticed === null));
    });

    it('has curves that cross each threshold on that day', () => {
      for (const { id } of CATALOGUE) {
        const curve = curveOf(id, ledger.overTime!);
        for (const { tier, threshold, day } of curve?.tiers ?? []) {
          assert.equal(day, expected.reached[id]?.[tier ?? ''] ?? null);
          const crossing = curve!.points.find(({ value }) => value >= threshold);
          assert.equal(crossing?.day ?? null, day, `${id} at ${threshold}`);
        }
      }
    });

    it('has recaps that name what was reached in them, and their sums', () => {
      const sources = {
        ...workedHistory(ledger),
        timeline: timelineOf(ledger.firstDayAt, []),
        folderOf: foldersOf(ledger),
        usageFrom: () => new Map(),
      };
      for (const [since, until] of [
        ['2026-03-01', '2026-03-07'],
        ['2026-03-08', '2026-03-31'],
        ['2026-10-26', '2026-11-01'],
      ]) {
        const range = { since: dayOfIso(since!)!, until: dayOfIso(until!)! };
        const recap = recapOf({ range }, sources, TODAY);
        const days = Object.entries(expected.days).filter(([day]) => day >= since! && day <= until!);
        assert.equal(
          recap.totals.messages,
          days.reduce((sum, [, { messages }]) => sum + messages, 0),
        );
        const reached = Object.entries(expected.reached).filter(([, tiers]) =>
          Object.values(tiers).some((day) => day >= since! && day <= until!),
        );
        assert.deepEqual(recap.unlocks.map(({ id }) => id).sort(), reached.map(([id]) => id).sort());
      }
    });
  });
