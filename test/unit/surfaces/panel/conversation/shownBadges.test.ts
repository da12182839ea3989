import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ShownBadges } from '../../../../../src/surfaces/panel/conversation/shownBadges.ts';
import { madeUpHistory } from '../../../../panel/madeUpHistory.ts';

const { snapshot } = madeUpHistory();
const UNLOCKED = snapshot.achievements.find(({ unlocked }) => unlocked)!.id;
const LOCKED = snapshot.achievements.find(({ state }) => state === 'discovered')!.id;

function shown(): ShownBadges {
  const badges = new ShownBadges();
  badges.show(snapshot);
  return badges;
}

describe('the badges that the webview shows', () => {
  it('are none before it was shown any, and none when it shows nothing any more', () => {
    const badges = new ShownBadges();
    assert.equal(badges.isUnlocked(UNLOCKED), false);
    badges.show(snapshot);
    assert.equal(badges.isUnlocked(UNLOCKED), true);
    badges.show(undefined);
    assert.equal(badges.isUnlocked(UNLOCKED), false);
  });

  it('are unlocked or not', () => {
    assert.deepEqual(
      [UNLOCKED, LOCKED, 'no_such_badge'].map((id) => shown().isUnlocked(id)),
      [true, false, false],
    );
  });

  it('have as evidence their sessions, and no other badge’s', () => {
    const session = 'session-max_tool_calls_in_session-0';
    assert.equal(shown().isEvidence('let_him_cook', session), true);
    assert.equal(shown().isEvidence('let_him_cook', 'session-total_tool_calls-0'), false);
    assert.equal(shown().isEvidence('no_such_badge', session), false);
  });

  it('have as evidence the sessions of each of their conditions', () => {
    const badge = snapshot.achievements.find(({ requirements }) => (requirements?.length ?? 0) > 1)!;
    const sessions = badge.requirements!.flatMap(({ contributors }) => contributors);
    assert.ok(sessions.length > 0);
    for (const { session_id } of sessions) assert.equal(shown().isEvidence(badge.id, session_id), true);
  });

  it('have as evidence the session that holds the record, though it is in no list', () => {
    const badge = { ...snapshot.achievements[0]!, contributors: [], requirements: [] };
    const evidence = { session_id: 'the-record', title: 'The record', value: 1 };
    const badges = new ShownBadges();
    badges.show({ ...snapshot, achievements: [{ ...badge, evidence }] });
    assert.equal(badges.isEvidence(badge.id, 'the-record'), true);
  });
});
