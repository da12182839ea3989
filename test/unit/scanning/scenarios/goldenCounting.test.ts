import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { countingResult, homeOfCases, leaveCheckpoint } from '../../../support/hermes/countingCases.ts';
import type { JournalMode } from '../../../support/hermes/hermesHome.ts';
import { Scanning } from '../support/processes.ts';

interface Expected {
  readonly aggregate: Snapshot['aggregate'];
  readonly achievements: readonly Record<string, unknown>[];
  readonly counts: Record<string, number>;
}

interface Dates {
  readonly days: Record<string, Record<string, number>>;
  readonly reached: Record<string, Record<string, string>>;
}

/** What a scan says in a process whose machine is in a time zone. */
async function scanned(t: TestContext, home: string, zone: string, ...options: string[]): Promise<Snapshot> {
  const scanning = Scanning.commandLine(t, home, options, { TZ: zone });
  scanning.begin();
  return scanning.result();
}

/** Of a snapshot what the expectation speaks of. */
function spokenOf(snapshot: Snapshot, expected: Expected): Expected {
  const pick = (value: object, like: object): Record<string, unknown> =>
    Object.fromEntries(Object.keys(like).map((key) => [key, value[key as keyof typeof value]]));
  return {
    aggregate: pick(snapshot.aggregate, expected.aggregate) as Snapshot['aggregate'],
    achievements: snapshot.achievements.map((badge, index) => pick(badge, expected.achievements[index]!)),
    counts: pick(snapshot, expected.counts) as Record<string, number>,
  };
}

function datesOf({ days, achievements }: Snapshot): Dates {
  const reached = achievements.map(({ id, reached }): [string, Record<string, string>] => [
    id,
    Object.fromEntries(reached.map(({ tier, day }) => [tier ?? '', day])),
  ]);
  return {
    days: Object.fromEntries(days.map(({ day, ...activity }) => [day, activity])),
    reached: Object.fromEntries(reached),
  };
}

function filled({ days, reached }: Dates): Dates {
  const some = Object.entries(reached).filter(([, tiers]) => Object.keys(tiers).length > 0);
  return { days, reached: Object.fromEntries(some) };
}

describe('a scan of the counting cases', () => {
  for (const journalMode of ['wal', 'delete'] satisfies JournalMode[]) {
    it(`gives what really happened (${journalMode})`, async (t) => {
      const home = await homeOfCases(t, { journalMode });
      const { sessions: _, ...expected } = countingResult('lifetime') as Expected & { sessions: unknown };
      assert.deepEqual(spokenOf(await scanned(t, home.path, 'UTC'), expected), expected);
    });
  }

  for (const generation of [1, 2, 3] as const) {
    it(`gives what a dashboard of generation ${generation} shows`, async (t) => {
      const home = await homeOfCases(t);
      leaveCheckpoint(home, generation);
      const { sessions: _, ...expected } = countingResult(`g${generation}`) as Expected & {
        sessions: unknown;
      };
      const snapshot = await scanned(t, home.path, 'UTC', '--history', 'dashboard');
      assert.deepEqual(spokenOf(snapshot, expected), expected);
      assert.deepEqual(snapshot.days, []);
      assert.ok(snapshot.achievements.every(({ reached }) => reached.length === 0));
    });
  }

  for (const [zone, dates] of Object.entries(countingResult('dates') as Record<string, Dates>)) {
    it(`dates everything to the days of ${zone}`, async (t) => {
      const home = await homeOfCases(t);
      assert.deepEqual(filled(datesOf(await scanned(t, home.path, zone))), filled(dates));
    });
  }
});
