import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScanMode, Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { ageSeconds, isFresh } from '../../../../src/scanning/coordination/freshness.ts';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';

const GENERATED_AT = 1_750_000_000;
const TTL = 120;

function snapshot(mode: ScanMode = 'incremental', error: string | null = null): Snapshot {
  const pending = pendingSnapshot('lifetime');
  return { ...pending, error, generated_at: GENERATED_AT, scan_meta: { ...pending.scan_meta, mode } };
}

describe('a snapshot', () => {
  it('is fresh up to the last moment of its time, and stale after it', () => {
    assert.equal(isFresh(snapshot(), TTL, GENERATED_AT), true);
    assert.equal(isFresh(snapshot(), TTL, GENERATED_AT + TTL), true);
    assert.equal(isFresh(snapshot(), TTL, GENERATED_AT + TTL + 0.001), false);
  });

  it('is fresh with no time at all only in its very moment', () => {
    assert.equal(isFresh(snapshot(), 0, GENERATED_AT), true);
    assert.equal(isFresh(snapshot(), 0, GENERATED_AT + 0.001), false);
  });

  for (const mode of ['pending', 'in_progress', 'failed'] as const) {
    it(`is never fresh while its scan is ${mode}`, () => {
      assert.equal(isFresh(snapshot(mode), TTL, GENERATED_AT), false);
    });
  }

  it('is never fresh with an error in it, whatever its scan says', () => {
    assert.equal(isFresh(snapshot('full', 'The disk is full'), TTL, GENERATED_AT), false);
  });

  it('of the future, from before the clock was set back, is of any age', () => {
    assert.equal(ageSeconds(snapshot(), GENERATED_AT - 1), Number.POSITIVE_INFINITY);
    assert.equal(isFresh(snapshot(), TTL, GENERATED_AT - 1), false);
  });
});
