import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { badgesOfSession } from '../../../src/badges/sessionBadges.ts';
import { madeUpStats } from './madeUpStats.ts';

const tiers = (stats: Parameters<typeof madeUpStats>[0]) =>
  badgesOfSession(madeUpStats(stats)).map((badge) => [badge.id, badge.tier]);

describe('the badges of one session alone', () => {
  it('are none for a session in which nothing happened', () => {
    assert.deepEqual(tiers({}), []);
  });

  it('include records and sums that it reaches by itself', () => {
    assert.deepEqual(tiers({ message_count: 600, patch_calls: 250 }), [
      ['supposed_to_be_quick', 'Silver'],
      ['patch_wizard', 'Copper'],
    ]);
  });

  it('include secrets that it opens by itself, under their name', () => {
    const [badge] = badgesOfSession(madeUpStats({ permission_denied_events: 25 }));
    assert.equal(badge?.name, 'Permission Denied Any%');
  });

  it('include a multi-condition badge that it meets by itself', () => {
    assert.deepEqual(tiers({ git_events: 50, tool_call_count: 500 }), [
      ['let_him_cook', 'Silver'],
      ['ship_first_ask_later', null],
    ]);
  });
});
