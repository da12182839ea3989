import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareCardTexts } from '../../../src/artwork/shareCardTexts.ts';
import type { Achievement } from '../../../src/badges/achievement.ts';
import { evaluate } from '../../../src/badges/evaluate.ts';

const AGGREGATE = { max_tool_calls_in_session: 1845, git_events: 64 };

function achievement(id: string): Achievement {
  const found = evaluate(AGGREGATE).find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
}

/** 2026-11-21T23:30:00Z, which is the 22nd east of Greenwich. */
const LATE_EVENING = Date.UTC(2026, 10, 21, 23, 30) / 1000;

describe('texts of a share card', () => {
  it('give the figure with its unit', () => {
    assert.deepEqual(shareCardTexts(achievement('let_him_cook')).figures, [
      '1,845 tool calls in one session',
    ]);
  });

  it('give one figure for each requirement', () => {
    assert.deepEqual(shareCardTexts(achievement('ship_first_ask_later')).figures, [
      '64 git commands',
      '1,845 tool calls in one session',
    ]);
  });

  it('call a badge without tiers a feat', () => {
    assert.equal(shareCardTexts(achievement('ship_first_ask_later')).rank, 'Feat');
  });

  it('name the day of the unlock in UTC', () => {
    const card = shareCardTexts({ ...achievement('let_him_cook'), unlocked_at: LATE_EVENING });
    assert.equal(card.unlocked, 'Unlocked on November 21, 2026');
  });

  it('name the day of another time zone when told so', () => {
    const unlocked = { ...achievement('let_him_cook'), unlocked_at: LATE_EVENING };
    assert.equal(
      shareCardTexts(unlocked, { timeZone: 'Asia/Tokyo' }).unlocked,
      'Unlocked on November 22, 2026',
    );
  });

  it('do without a day where none is recorded', () => {
    assert.equal(shareCardTexts(achievement('let_him_cook')).unlocked, 'Unlocked');
  });

  it('translate everything but names', () => {
    const translate = (message: string, ...values: unknown[]): string =>
      `<${[message, ...values].join('|')}>`;
    const { name, product, figures, ...rest } = shareCardTexts(achievement('let_him_cook'), { translate });
    assert.deepEqual(
      [name, product, figures],
      ['Let Him Cook', 'Hermes Achievements', ['<{0} tool calls in one session|1,845>']],
    );
    for (const text of [rest.category, rest.rank, rest.description, rest.unlocked])
      assert.match(text, /^<.*>$/);
  });

  it('are refused for a badge that is not unlocked', () => {
    assert.throws(() => shareCardTexts(achievement('rollback_wizard')), RangeError);
  });
});
