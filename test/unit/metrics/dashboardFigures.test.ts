import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { SessionDatabase } from '../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../src/hermes/sqlite/loadDriver.ts';
import { Aggregator } from '../../../src/metrics/aggregate.ts';
import { newSessionCounter } from '../../../src/metrics/newSessionCounter.ts';
import type { Aggregate, SessionStats } from '../../../src/metrics/sessionStats.ts';
import { type MessageCells, type SessionCells, TemporaryHome } from '../../support/temporaryHome.ts';

interface GoldenSession {
  readonly id: string;
  readonly source: string | null;
  readonly model: string | null;
  readonly title: string | null;
  readonly started_at: number;
  readonly archived: number;
  readonly messages: readonly (MessageCells & { readonly timestamp: number })[];
}

/** Histories and the figures that the dashboard itself made of them; they lie beside the repository where it is developed. */
const GOLDEN = new URL('../../../../shared/golden/', import.meta.url);
const CASES = new URL('cases.json', GOLDEN);
const EXPECTED = new URL('expected.json', GOLDEN);

if (existsSync(CASES) && existsSync(EXPECTED)) {
  const { timezone, sessions }: { timezone: string; sessions: readonly GoldenSession[] } = read(CASES);
  const expected: { sessions: Record<string, Partial<SessionStats>>; aggregate: Aggregate } = read(EXPECTED);

  describe('held against the figures of the dashboard', () => {
    const ownZone = process.env['TZ'];
    const counted = new Map<string, SessionStats>();

    before(async () => {
      // Weekends and nights are the user's, and the dashboard's user lived here.
      process.env['TZ'] = timezone;
      for (const stats of await count(sessions)) counted.set(stats.session_id, stats);
    });
    after(() => {
      if (ownZone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = ownZone;
    });

    for (const [id, figures] of Object.entries(expected.sessions)) {
      it(`session ${id} has the same figures`, () => {
        const stats = counted.get(id)!;
        const keys = Object.keys(figures) as (keyof SessionStats)[];
        assert.deepEqual(Object.fromEntries(keys.map((key) => [key, stats[key]])), figures);
      });
    }

    it('the sessions add up to the same figures', () => {
      const aggregator = new Aggregator();
      for (const stats of counted.values()) aggregator.add(stats);
      const figures = aggregator.figures();
      const keys = Object.keys(expected.aggregate) as (keyof Aggregate)[];
      assert.deepEqual(Object.fromEntries(keys.map((key) => [key, figures[key]])), expected.aggregate);
    });
  });
}

/** Writes the sessions to a real database and counts what is read from it. */
async function count(sessions: readonly GoldenSession[]): Promise<SessionStats[]> {
  const { driver } = await loadDriver();
  const home = TemporaryHome.create();
  try {
    for (const { messages, ...cells } of sessions) home.addSession(cells as SessionCells, messages);
    const database = SessionDatabase.open(home.path, driver);
    try {
      return sessions.map((session) => countOne(database, session));
    } finally {
      database.close();
    }
  } finally {
    home.remove();
  }
}

function countOne(database: SessionDatabase, session: GoldenSession): SessionStats {
  const counter = newSessionCounter();
  for (const message of database.messages(session.id, { mode: 'lifetime' })) counter.add(message);
  return counter.stats({
    id: session.id,
    source: session.source,
    model: session.model,
    title: session.title ?? 'Untitled',
    startedAt: session.started_at,
    lastActive: Math.max(...session.messages.map(({ timestamp }) => timestamp)),
    archived: session.archived === 1,
  });
}

function read<T>(file: URL): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
