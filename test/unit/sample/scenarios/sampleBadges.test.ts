import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Achievement } from '../../../../src/badges/achievement.ts';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import { aggregateOf } from '../../../../src/metrics/sums/aggregate.ts';
import { writeSampleHome } from '../../../../src/sample/writeSampleHome.ts';
import { withFolder } from '../sampleHomes.ts';

async function badgesOf(home: string): Promise<Achievement[]> {
  const { driver } = await loadDriver();
  const database = SessionDatabase.open(home, driver);
  try {
    const sessions = database.listSessions().map((header) => {
      const counter = newSessionCounter();
      for (const message of database.messages.rows(header.id, {}, null)) counter.add(message);
      return counter.stats({ ...header, title: header.title ?? '', lastActive: null });
    });
    return evaluate(aggregateOf(sessions));
  } finally {
    database.close();
  }
}

describe('the badges of a sample of the default size', () => {
  let badges: Achievement[];
  before(async () => {
    badges = await withFolder(async (output) => {
      await writeSampleHome({ output });
      return badgesOf(output);
    });
  });

  const ids = (state: Achievement['state']) =>
    badges.filter((badge) => badge.state === state).map(({ id }) => id);

  it('are unlocked to about two thirds', () => {
    const share = ids('unlocked').length / badges.length;
    assert.ok(share >= 0.55 && share <= 0.75, `${ids('unlocked').length} are unlocked`);
  });

  it('are of all five tiers', () => {
    const tiers = new Set(badges.map(({ tier }) => tier).filter((tier) => tier !== null));
    assert.deepEqual([...tiers].sort(), ['Copper', 'Diamond', 'Gold', 'Olympian', 'Silver']);
  });

  it('leave at least two secrets', () => {
    assert.ok(ids('secret').length >= 2, ids('secret').join());
  });

  it('include secrets that came to light', () => {
    assert.ok(badges.some(({ secret, state }) => secret === true && state === 'unlocked'));
  });

  it('include one that takes several conditions', () => {
    assert.ok(badges.some(({ kind, unlocked }) => kind === 'multi_condition' && unlocked));
  });
});
