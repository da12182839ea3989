import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import type { ScanEvent } from '../../../../src/scanning/events.ts';
import type { ScanService } from '../../../../src/scanning/scanService.ts';
import { publicApi } from '../../../../src/surfaces/api/publicApi.ts';
import { FakeHistory } from '../../../panel/fakeHistory.ts';
import { madeUpHistory } from '../../../panel/madeUpHistory.ts';

const { snapshot } = madeUpHistory();

describe('what other extensions get', () => {
  it('tells nothing of a secret but its category', () => {
    const { api } = offered();
    assertSealed(api.snapshot!);
  });

  it('tells nothing more of it when a scan is done', () => {
    const { api, history } = offered();
    const heard: Snapshot[] = [];
    api.onDidChange((snapshot) => heard.push(snapshot));
    history.emit(DONE);
    assert.equal(heard.length, 1);
    assertSealed(heard[0]!);
  });

  it('is silent after it was disposed of', () => {
    const { api, history } = offered();
    let heard = 0;
    api.onDidChange(() => heard++).dispose();
    history.emit(DONE);
    assert.equal(heard, 0);
  });

  it('is a copy, so that changing it changes nothing here', () => {
    const { api } = offered();
    api.snapshot!.achievements.length = 0;
    assert.equal(api.snapshot!.achievements.length, 60);
    assert.equal(snapshot.achievements.length, 60);
  });

  it('is undefined before there are figures', () => {
    assert.equal(publicApi(new FakeHistory() as unknown as ScanService).snapshot, undefined);
  });
});

const DONE: ScanEvent = { event: 'done', scan_id: 'a', snapshot, unlocks: [], first_scan: false };

function offered() {
  const history = new FakeHistory(snapshot);
  return { api: publicApi(history as unknown as ScanService), history };
}

function assertSealed({ achievements }: Snapshot): void {
  const seen = achievements
    .filter((badge) => badge.state === 'secret')
    .map(({ id, category, ...rest }) => rest);
  assert.ok(seen.length > 0);
  for (const badge of seen) {
    assert.deepEqual(badge, {
      name: '???',
      description: badge.description,
      criteria: badge.criteria,
      kind: 'lifetime',
      icon: 'secret',
      secret: true,
      unlocked: false,
      discovered: false,
      state: 'secret',
      tier: null,
      progress: 0,
      next_tier: null,
      next_threshold: null,
      progress_pct: 0,
      reached: [],
    });
  }
  assert.equal(new Set(seen.map(({ description, criteria }) => description + criteria)).size, 1);
}
