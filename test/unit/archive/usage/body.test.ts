import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usageBody, usageFrom } from '../../../../src/archive/usage/body.ts';
import { book } from '../../../../src/usage/booking.ts';
import { at, row, session, use } from '../../usage/support/uses.ts';

const FIRST = session(use({ input: 10, estimated: 0.1 }, { status: 'estimated' }), [
  row({ output: 3 }, { task: 'vision' }),
]);
const GROWN = session(use({ input: 30, estimated: 0.2 }, { status: 'estimated' }), [
  row({ output: 3 }, { task: 'vision' }),
]);
const once = book(undefined, FIRST, at('2026-03-02T11:00:00Z'));
const twice = book(once, GROWN, at('2026-03-04T11:00:00Z'));

describe('usage as the archive keeps it', () => {
  it('comes back as it was', () => {
    const blank = session(use(), [], { startedAt: null, source: null, folder: null, parent: 'p' });
    for (const record of [once, twice, book(undefined, blank, 1_750_000_000)])
      assert.deepEqual(usageFrom(usageBody(record)), record);
  });

  it('says the amounts of one day once', () => {
    assert.equal(usageBody(once).match(/0\.1/g)?.length, 1);
    assert.ok(usageBody(once).length < 200, usageBody(once));
  });

  it('may have more in a newer version', () => {
    const list = JSON.parse(usageBody(once));
    list[5][0].push('more');
    assert.deepEqual(usageFrom(JSON.stringify([...list, 'more'])), once);
  });

  it('is nothing where it makes no sense', () => {
    const list = JSON.parse(usageBody(twice));
    const changed = (place: number, value: unknown) => JSON.stringify(list.with(place, value));
    const unitChanged = (place: number, value: unknown) => changed(5, [list[5][0].with(place, value)]);
    const wrong = ['', '{}', '[]', changed(0, 'day'), changed(1, 'soon'), changed(2, 5), changed(5, null)];
    wrong.push(
      unitChanged(0, null),
      unitChanged(7, [1]),
      unitChanged(8, [[20_000, -1, 0, 0, 0, 0, 0, null, null]]),
    );
    wrong.push(unitChanged(8, ['today']), unitChanged(7, [null, 0, 0, 0, 0, 0, null, null]));
    for (const body of wrong) assert.equal(usageFrom(body), undefined, body);
  });
});
