import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DamageReport } from '../../../../src/scanning/scan/damage.ts';

function report() {
  const notices: unknown[] = [];
  return { notices, report: new DamageReport({ notice: (words) => notices.push(words) }) };
}

describe('damage that a scan does without', () => {
  it('is nothing where all was read', () => {
    const { notices, report: damage } = report();
    assert.deepEqual(damage.of(0, false), {});
    assert.deepEqual(notices, []);
  });

  it('is told once as long as it stays the same, and again when it grows', () => {
    const { notices, report: damage } = report();
    for (const unreadable of [2, 2, 3])
      assert.equal(damage.of(unreadable, false).sessions_unreadable, unreadable);
    assert.equal(notices.length, 2);
  });

  it('is a lesser matter where an index alone is damaged, and told too', () => {
    const { notices, report: damage } = report();
    assert.deepEqual(damage.of(0, true), { index_damaged: true });
    assert.equal(notices.length, 1);
  });
});
