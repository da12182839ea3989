import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import { isoOfDay } from '../../../../src/calendar/isoDay.ts';
import type { Generation } from '../../../../src/hermes/historyMode.ts';
import type { SessionDays } from '../../../../src/metrics/session/daySlices.ts';
import type { SessionStats } from '../../../../src/metrics/session/stats.ts';
import { SESSION_METRICS } from '../../../../src/metrics/sums/figureRow.ts';
import { type MessageCells, type SessionCells, TemporaryHome } from '../../../support/temporaryHome.ts';
import { setZone } from '../../../support/zone.ts';
import { analyseHome } from '../analysis/support/analyseHome.ts';

type Case = SessionCells & { id: string; messages: MessageCells[] };
type PerDay = Record<string, { sessions: number; messages: number; tool_calls: number }>;

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../golden/counting/${name}.json`, import.meta.url), 'utf8'));

/** The sessions of test/golden/counting, each in one home with the others, counted for one history mode. */
describe('every session of the golden cases', () => {
  let home: TemporaryHome;
  const zoneBefore = process.env['TZ'];

  before(() => {
    home = TemporaryHome.create();
    for (const { messages, comment: _, ...session } of read('cases').sessions as Case[])
      home.addSession(session, messages);
  });

  after(() => {
    home.remove();
    setZone(zoneBefore);
  });

  for (const [name, generation] of [
    ['lifetime', null],
    ['g1', 1],
    ['g2', 2],
    ['g3', 3],
  ] as [string, Generation | null][]) {
    it(`has all figures of ${name}`, async () => {
      setZone('UTC');
      const records = await analyseHome(home.path, generation);
      const expected = read(`expected-${name}`).sessions as Record<string, SessionStats>;
      for (const [id, figures] of Object.entries(expected)) {
        const record = records.get(id)!;
        assert.deepEqual(generation === null ? record.lifetime : record.dashboard?.stats, figures, id);
      }
      const counted = [...records.values()].filter(
        ({ facts }) => generation === null || !(facts.archived || facts.hidden),
      );
      assert.equal(counted.length, Object.keys(expected).length);
    });
  }

  for (const [zone, { days }] of Object.entries(read('expected-dates')) as [string, { days: PerDay }][]) {
    it(`lies on its days in ${zone}`, async () => {
      setZone(zone);
      const records = await analyseHome(home.path, null);
      assert.deepEqual(perDay(records.values()), days);
    });
  }
});

function perDay(records: Iterable<SessionRecord>): PerDay {
  const found: PerDay = {};
  const at = (day: number) => (found[isoOfDay(day)] ??= { sessions: 0, messages: 0, tool_calls: 0 });
  for (const { days, lifetime } of records) {
    if (days.own !== null) at(days.own).sessions += 1;
    let before = { messages: 0, tool_calls: 0 };
    for (const { day, ...figures } of cumulative(days, lifetime)) {
      const total = at(day);
      total.messages += figures.messages - before.messages;
      total.tool_calls += figures.tool_calls - before.tool_calls;
      before = figures;
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cumulative({ earlier, last }: SessionDays, lifetime: SessionStats) {
  const slices = earlier.map(({ day, figures }) => ({
    day,
    messages: figures[SESSION_METRICS.indexOf('message_count')]!,
    tool_calls: figures[SESSION_METRICS.indexOf('tool_call_count')]!,
  }));
  const { message_count: messages, tool_call_count: tool_calls } = lifetime;
  return last === null ? slices : [...slices, { day: last, messages, tool_calls }];
}
