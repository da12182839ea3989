import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecapRhythm } from '../../../../../src/surfaces/panel/conversation/context.ts';
import { RecapOnTop } from '../../../../../src/surfaces/panel/conversation/dueRecap.ts';
import { PanelMemory } from '../../../../../src/surfaces/panel/conversation/memory.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';
import { MapStore } from '../../../../panel/mapStore.ts';

const SCANNED = { generated_at: 1 };
const moment = (iso: string): number => Date.parse(`${iso}T12:00:00`) / 1000;

describe('the recap on top of the panel', () => {
  const memory = () => new PanelMemory(new MapStore());
  const opening = (remembered: PanelMemory, rhythm: RecapRhythm, history = new FakeHistory()) =>
    new RecapOnTop({ history, memory: remembered, recapRhythm: () => rhythm });

  it('is that of the week before on the first opening in a week, Monday to Sunday', () => {
    const remembered = memory();
    const days = ['2026-11-23', '2026-11-24', '2026-11-29', '2026-11-30'];
    const shown = days.map((day) => opening(remembered, 'weekly').at(SCANNED, moment(day)));
    assert.deepEqual(shown, ['week', null, null, 'week']);
  });

  it('is that of the month before where that is set', () => {
    const remembered = memory();
    const days = ['2026-11-27', '2026-11-30', '2026-12-01'];
    const shown = days.map((day) => opening(remembered, 'monthly').at(SCANNED, moment(day)));
    assert.deepEqual(shown, ['month', null, 'month']);
  });

  it('stays as long as the panel is open, also when its page was gone meanwhile, until it is put away', () => {
    const recap = opening(memory(), 'weekly');
    const now = moment('2026-11-27');
    assert.deepEqual([recap.at(SCANNED, now), recap.at(SCANNED, now)], ['week', 'week']);
    recap.dismiss();
    assert.equal(recap.at(SCANNED, now), null);
  });

  it('waits for figures, and is never there where it is off', () => {
    const remembered = memory();
    const now = moment('2026-11-27');
    const recap = opening(remembered, 'weekly');
    assert.equal(recap.at({ generated_at: 0 }, now), null);
    assert.equal(recap.at(SCANNED, now), 'week');
    assert.equal(opening(memory(), 'off').at(SCANNED, now), null);
  });

  it('is decided anew for another history', () => {
    const history = new FakeHistory();
    const recap = opening(memory(), 'weekly', history);
    const now = moment('2026-11-27');
    recap.at(SCANNED, now);
    recap.dismiss();
    history.place = { ...history.place, home: '/elsewhere' };
    recap.forget();
    assert.equal(recap.at(SCANNED, now), 'week');
  });
});
