import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Achievement } from '../../../../../../src/badges/achievement.ts';
import { freshOrder, steadyOrder } from '../../../../../../src/surfaces/panel/webview/model/cardOrder.ts';

const badge = (id: string, progress_pct: number, state: Achievement['state'] = 'discovered'): Achievement =>
  ({ id, name: id, state, progress_pct, tier: null, unlocked: false }) as Achievement;

describe('the order of the cards', () => {
  const before = [badge('a', 90), badge('b', 50), badge('x', 0, 'secret')];

  it('is the one that was chosen', () => {
    assert.deepEqual(freshOrder([badge('b', 50), badge('a', 90)], 'nearest'), ['a', 'b']);
  });

  it('stays for a reader when figures change', () => {
    const after = [badge('a', 10), badge('b', 99), badge('x', 0, 'secret')];
    assert.deepEqual(steadyOrder(freshOrder(before, 'nearest'), after, 'nearest'), ['a', 'b', 'x']);
  });

  it('takes in a badge that comes to light behind those that were there, before what is still secret', () => {
    const after = [badge('new', 95), badge('a', 10), badge('b', 99), badge('x', 0, 'secret')];
    assert.deepEqual(steadyOrder(freshOrder(before, 'nearest'), after, 'nearest'), ['a', 'b', 'new', 'x']);
  });

  it('lets a badge go that is there no more', () => {
    assert.deepEqual(steadyOrder(['a', 'b', 'x'], [badge('b', 1)], 'nearest'), ['b']);
  });
});
