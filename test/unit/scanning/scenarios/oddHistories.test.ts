import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sessionsOfDay } from '../../../../src/activity/day.ts';
import { activityOfYear } from '../../../../src/activity/year.ts';
import { curveOf } from '../../../../src/badges/overTime/curve.ts';
import { growthUntil } from '../../../../src/badges/overTime/pace.ts';
import { timelineOf } from '../../../../src/badges/overTime/timeline.ts';
import { dayOfIso, type LocalDay } from '../../../../src/calendar/isoDay.ts';
import type { RecapPeriod } from '../../../../src/recap/period.ts';
import { recapOf } from '../../../../src/recap/recap.ts';
import { foldersOf, workedHistory } from '../../../../src/scanning/ledger/worked.ts';
import { ledgerOf } from '../../../support/ledgers.ts';
import { type MessageCells, TemporaryHome } from '../../../support/temporaryHome.ts';
import { setZone } from '../../../support/zone.ts';
import { analyseHome } from '../analysis/support/analyseHome.ts';

const TODAY = dayOfIso('2026-11-27')!;
const at = (iso: string): number => Date.parse(`${iso}:00Z`) / 1000;
const calls = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, place) => ({ id: `c${place}`, name: 'terminal' })));
const answer = (timestamp: number | null, count = 1): MessageCells => ({
  role: 'assistant',
  content: `at ${timestamp}`,
  timestamp,
  tool_calls: calls(count),
});

/** What is told of a history in UTC, on 27 November 2026. */
async function told(t: TestContext, fill: (home: TemporaryHome) => void) {
  const before = process.env['TZ'];
  setZone('UTC');
  const home = TemporaryHome.create();
  t.after(() => {
    setZone(before);
    home.remove();
  });
  fill(home);
  const ledger = ledgerOf((await analyseHome(home.path, null)).values());
  const timeline = timelineOf(ledger.firstDayAt, []);
  return {
    activity: (year = 2026) => activityOfYear(workedHistory(ledger), year, TODAY),
    day: (day: LocalDay) => sessionsOfDay(workedHistory(ledger), day).sessions,
    recap: (period: RecapPeriod) =>
      recapOf(
        period,
        { ...workedHistory(ledger), timeline, folderOf: foldersOf(ledger), usageFrom: () => new Map() },
        TODAY,
      ),
    growth: growthUntil(TODAY, ledger.overTime!),
    curve: (id: string) => curveOf(id, ledger.overTime!),
    timeline,
  };
}

describe('a history whose clock was wrong for a day', () => {
  const fill = (wrong: string) => (home: TemporaryHome) => {
    home.addSession({ id: 'wrong', started_at: at(wrong) }, [answer(at(wrong), 900)]);
    for (const day of ['10', '25', '26', '27'])
      home.addSession({ id: day, started_at: at(`2026-11-${day}T09:00`) }, [
        answer(at(`2026-11-${day}T09:00`), 30),
      ]);
  };

  it('has no streak into the future, and says in which years something stands', async (t) => {
    const { activity } = await told(t, fill('2091-05-04T10:00'));
    const { years, current_streak, longest_streak, totals, history } = activity();
    assert.deepEqual(years, [2026, 2091]);
    assert.deepEqual([current_streak, longest_streak?.days], [3, 3]);
    assert.deepEqual(totals, { sessions: 4, messages: 4, tool_calls: 120, active_days: 4 });
    assert.deepEqual(history, { first_day: '2026-11-10', last_day: '2091-05-04' });
    assert.equal(activity(2091).totals.tool_calls, 900);
  });

  it('is not faster for it', async (t) => {
    assert.equal((await told(t, fill('2091-05-04T10:00'))).growth('total_tool_calls'), 120 / 30);
    assert.equal((await told(t, fill('1970-02-03T10:00'))).growth('total_tool_calls'), 120 / 30);
  });

  it('has the tier of that day on that day, and the rest of its curve whole', async (t) => {
    const { timeline, curve } = await told(t, fill('1970-02-03T10:00'));
    assert.deepEqual(
      timeline.filter(({ id }) => id === 'terminal_goblin').map(({ day }) => day),
      ['1970-02-03'],
    );
    assert.deepEqual(
      curve('terminal_goblin')?.points.map(({ value }) => value),
      [900, 930, 960, 990, 1020],
    );
  });
});

describe('a history without dates', () => {
  const undated = (home: TemporaryHome): void => {
    for (const id of ['a', 'b']) home.addSession({ id, started_at: null }, [answer(null, 500)]);
  };

  it('stands in no calendar and no recap, and both say how many sessions that are', async (t) => {
    const { activity, recap, curve, timeline, growth } = await told(t, undated);
    const { years, days, history, undated_sessions, current_streak, longest_streak } = activity();
    assert.deepEqual([years, days, history, current_streak, longest_streak], [[], [], null, 0, null]);
    assert.equal(undated_sessions, 2);
    const { totals, undated_sessions: left, unlocks } = recap({ last: 'year' });
    assert.deepEqual(totals, { sessions: 0, messages: 0, tool_calls: 0, active_days: 0 });
    assert.deepEqual([left, unlocks], [2, []]);
    assert.deepEqual(curve('terminal_goblin')?.points, []);
    assert.deepEqual(timeline, []);
    assert.equal(growth('total_tool_calls'), null);
  });

  it('is there from the first day on once anything has a day', async (t) => {
    const { curve, activity } = await told(t, (home) => {
      undated(home);
      home.addSession({ id: 'c', started_at: at('2026-11-03T08:00') }, [answer(at('2026-11-03T08:00'), 7)]);
    });
    assert.deepEqual(curve('terminal_goblin')?.points, [{ day: '2026-11-03', value: 1007 }]);
    assert.deepEqual([activity().undated_sessions, activity().totals.tool_calls], [2, 7]);
  });
});

it('a history that began yesterday has a streak, no pace, and nothing before', async (t) => {
  const { activity, growth, recap } = await told(t, (home) => {
    home.addSession({ id: 'a', started_at: at('2026-11-26T23:50') }, [
      answer(at('2026-11-26T23:55'), 10),
      answer(at('2026-11-27T00:05'), 20),
    ]);
  });
  assert.equal(activity().current_streak, 2);
  assert.equal(growth('total_tool_calls'), null);
  const { totals, totals_before, longest_session } = recap({ range: { since: TODAY, until: TODAY } });
  assert.deepEqual(totals, { sessions: 0, messages: 1, tool_calls: 20, active_days: 1 });
  assert.deepEqual(totals_before, { sessions: 1, messages: 1, tool_calls: 10, active_days: 1 });
  assert.deepEqual([longest_session?.id, longest_session?.tool_calls], ['a', 20]);
});

it('a history that ended a year ago has its streaks behind it, no pace, and an empty recap that says when it ended', async (t) => {
  const { activity, growth, recap } = await told(t, (home) => {
    for (const day of ['03', '04', '05', '25'])
      home.addSession({ id: day, started_at: at(`2025-11-${day}T09:00`) }, [
        answer(at(`2025-11-${day}T09:00`), 50),
      ]);
  });
  const { current_streak, longest_streak, days, years } = activity();
  assert.deepEqual([current_streak, days, years], [0, [], [2025]]);
  assert.deepEqual(longest_streak, { days: 3, since: '2025-11-03', until: '2025-11-05' });
  assert.equal(growth('total_tool_calls'), 0);
  const { totals, history, busiest_day, longest_session } = recap({ last: 'month' });
  assert.deepEqual([totals.messages, busiest_day, longest_session], [0, null, null]);
  assert.equal(history?.last_day, '2025-11-25');
});

it('the sessions of a day are those that began on it and those gone on with', async (t) => {
  const { day } = await told(t, (home) => {
    home.addSession({ id: 'long', title: 'A long one', started_at: at('2026-03-01T22:00') }, [
      answer(at('2026-03-01T22:00'), 2),
      answer(at('2026-03-03T09:00'), 3),
    ]);
    home.addSession({ id: 'empty', title: 'Said nothing', started_at: at('2026-03-03T08:00') });
    home.addSession({ id: 'other', started_at: at('2026-03-02T08:00') }, [answer(at('2026-03-02T08:00'))]);
  });
  assert.deepEqual(day(dayOfIso('2026-03-03')!), [
    {
      id: 'long',
      title: 'A long one',
      started_at: at('2026-03-01T22:00'),
      messages: 1,
      tool_calls: 3,
      deleted: false,
      began: false,
    },
    {
      id: 'empty',
      title: 'Said nothing',
      started_at: at('2026-03-03T08:00'),
      messages: 0,
      tool_calls: 0,
      deleted: false,
      began: true,
    },
  ]);
});
