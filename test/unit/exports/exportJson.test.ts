import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportJson } from '../../../src/exports/exportJson.ts';
import { emptySnapshot, SESSION, smallSnapshot } from './snapshots.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a program reads that knows nothing of our types
const parsed = (...given: Parameters<typeof exportJson>): any => JSON.parse(exportJson(...given));

const badge = (id: string): Record<string, unknown> =>
  parsed(smallSnapshot()).achievements.find((candidate: { id: string }) => candidate.id === id);

describe('JSON export', () => {
  it('names its format, version, time and counts', () => {
    const { achievements, ...head } = parsed(smallSnapshot());
    assert.deepEqual(head, {
      format: 'hermes-achievements',
      version: 1,
      generated_at: '2026-11-21T04:36:07.000Z',
      history_mode: 'lifetime',
      sessions_total: 8564,
      unlocked_count: 3,
      discovered_count: 50,
      secret_count: 7,
      total_count: 60,
    });
  });

  it('holds every badge', () => assert.equal(parsed(smallSnapshot()).achievements.length, 60));

  it('has no time where nothing was scanned', () => assert.equal(parsed(emptySnapshot()).generated_at, null));

  it('gives the unlock as a time in UTC', () => {
    assert.equal(badge('let_him_cook')['unlocked_at'], '2026-10-03T23:59:00.000Z');
  });

  it('leaves the time out where it is no time', () => {
    const snapshot = smallSnapshot();
    snapshot.achievements[0]!.unlocked_at = 1e300;
    assert.equal('unlocked_at' in parsed(snapshot).achievements[0], false);
  });

  it('gives ladder, progress and evidence of a tiered badge', () => {
    const { tier, progress, next_threshold, tiers, evidence } = badge('let_him_cook');
    assert.deepEqual(
      { tier, progress, next_threshold, evidence },
      { tier: 'Silver', progress: 612, next_threshold: 1200, evidence: SESSION },
    );
    assert.equal((tiers as unknown[]).length, 5);
  });

  it('gives the requirements of a badge without tiers', () => {
    assert.deepEqual(badge('ship_first_ask_later')['requirements'], [
      { metric: 'git_events', gte: 50, value: 64, contributors: [SESSION] },
      { metric: 'max_tool_calls_in_session', gte: 500, value: 612, contributors: [SESSION] },
    ]);
  });

  it('shortens a title of a megabyte', () => {
    const json = exportJson(smallSnapshot({ ...SESSION, title: 'x'.repeat(1_000_000) }));
    assert.ok(json.length < 400_000);
  });

  it('passes on no key that it does not know', () => {
    const snapshot = smallSnapshot();
    Object.assign(snapshot.achievements[0]!, { prompt: 'private' });
    assert.doesNotMatch(exportJson(snapshot), /private/);
  });
});
