import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { parseSnapshot, readSnapshot, writeSnapshot } from '../../../../src/files/shared/snapshotFile.ts';
import { WriteFailed } from '../../../../src/files/system/atomicFile.ts';
import type { Aggregate } from '../../../../src/metrics/session/stats.ts';
import { failingAt, WRITE_STEPS } from '../support/faultyFileSystem.ts';
import { someStats } from '../support/sessions.ts';
import { temporaryHome } from '../support/temporaryHome.ts';

const figures = { session_count: 3, total_errors: 2000, max_tool_calls_in_session: 250 };
const EVIDENCE = { session_id: 's1', title: 'The session', value: 250 };

/** A snapshot as we write it, with some badges unlocked, some started and some secret. */
async function ourSnapshot(directory: DataDirectory): Promise<Snapshot> {
  // An empty one read back has every figure of an aggregate, at zero.
  const zeros = parseSnapshot(Buffer.from('{"achievements":[],"aggregate":{},"generated_at":0}'));
  const aggregate: Aggregate = { ...zeros.aggregate, ...figures };
  const unlocks = { let_him_cook: { unlocked_at: 1_700_000_000, first_tier: 'Copper', evidence: EVIDENCE } };
  const contributions = { top: () => [EVIDENCE] };
  const achievements = evaluate(aggregate, { unlocks, contributions });
  const snapshot: Snapshot = {
    ...zeros,
    achievements,
    aggregate,
    unlocked_count: achievements.filter((badge) => badge.state === 'unlocked').length,
    discovered_count: achievements.filter((badge) => badge.state === 'discovered').length,
    secret_count: achievements.filter((badge) => badge.state === 'secret').length,
    total_count: achievements.length,
    generated_at: 1_750_000_000.5,
    scan_meta: { ...zeros.scan_meta, mode: 'full', scan_id: 'x', history_mode: 'lifetime', rows_repaired: 2 },
  };
  await writeSnapshot(directory, snapshot);
  return snapshot;
}

/** The same snapshot as the dashboard writes it: its own words, every session, none of our keys. */
function dashboardsOwn(snapshot: Snapshot): string {
  const { history_mode, rows_repaired, ...scan_meta } = snapshot.scan_meta;
  const achievements = snapshot.achievements.map(({ contributors, requirements, kept, ...badge }) => ({
    ...badge,
    name: 'The true name',
    description: 'Their words',
    icon: 'their-icon',
    ...(requirements ? { requirements: requirements.map(({ metric, gte }) => ({ metric, gte })) } : {}),
  }));
  const sessions = Array.from({ length: 50 }, (_, index) => someStats(`s${index}`));
  return JSON.stringify({ ...snapshot, scan_meta, sessions, achievements }, null, 2);
}

describe('the snapshot file', () => {
  it('gives back what was written', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const snapshot = await ourSnapshot(directory);
    assert.deepEqual(await readSnapshot(directory), snapshot);
  });

  it('holds no sessions', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await writeSnapshot(directory, { ...(await ourSnapshot(directory)), sessions: [someStats('s1')] });
    assert.deepEqual(JSON.parse(String(await directory.read('scan_snapshot.json'))).sessions, []);
  });

  it('of the dashboard gives its figures and unlocks in our words', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const snapshot = await ourSnapshot(directory);
    await directory.write('scan_snapshot.json', dashboardsOwn(snapshot));
    const read = await readSnapshot(directory);
    const { history_mode, rows_repaired, ...scan_meta } = snapshot.scan_meta;
    const achievements = snapshot.achievements.map(({ contributors, requirements, ...badge }) => ({
      ...badge,
      ...(requirements ? { requirements: requirements.map((part) => ({ ...part, contributors: [] })) } : {}),
    }));
    assert.deepEqual(
      read?.achievements.map(({ evidence, unlocked_at, ...badge }) => badge),
      achievements.map(({ evidence, unlocked_at, ...badge }) => badge),
    );
    assert.deepEqual({ ...read, achievements: [] }, { ...snapshot, scan_meta, achievements: [] });
    assert.deepEqual(read?.achievements.find((badge) => badge.id === 'let_him_cook')?.evidence, EVIDENCE);
  });

  it('of the dashboard does not give a secret away', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await directory.write('scan_snapshot.json', dashboardsOwn(await ourSnapshot(directory)));
    const secrets =
      (await readSnapshot(directory))?.achievements.filter((badge) => badge.state === 'secret') ?? [];
    assert.notEqual(secrets.length, 0);
    assert.deepEqual([...new Set(secrets.map((badge) => badge.name))], ['???']);
  });

  it('of ours does not give a secret away even if someone wrote its name into it', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const snapshot = await ourSnapshot(directory);
    const achievements = snapshot.achievements.map((badge) =>
      badge.state === 'secret'
        ? { ...badge, name: 'The true name', threshold_metric: 'total_errors' as const }
        : badge,
    );
    await writeSnapshot(directory, { ...snapshot, achievements });
    assert.deepEqual((await readSnapshot(directory))?.achievements, snapshot.achievements);
  });

  it('of ours gives no word that someone wrote into it, which Markdown might load or run', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const snapshot = await ourSnapshot(directory);
    const evil = '![x](https://example.invalid/seen.png) [y](command:evil)';
    const achievements = snapshot.achievements.map((badge) => ({
      ...badge,
      name: evil,
      description: evil,
      criteria: evil,
      icon: evil,
    }));
    await writeSnapshot(directory, { ...snapshot, achievements });
    assert.deepEqual((await readSnapshot(directory))?.achievements, snapshot.achievements);
  });

  it('evaluates anew a badge that is missing or makes no sense', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const snapshot = await ourSnapshot(directory);
    const [first, second, ...others] = snapshot.achievements;
    const achievements = [{ ...first!, progress: 'much' }, ...others];
    await directory.write('scan_snapshot.json', JSON.stringify({ ...snapshot, achievements }));
    const read = await readSnapshot(directory);
    assert.deepEqual(
      read?.achievements.map(({ id, state, progress }) => ({ id, state, progress })),
      snapshot.achievements.map(({ id, state, progress }) => ({ id, state, progress })),
    );
    assert.equal(read?.achievements[1]?.name, second?.name);
  });

  for (const [what, text] of [
    ['cut off', '{"achievements": [{"id": "let_h'],
    ['empty', ''],
    ['a list', '[]'],
    ['without an aggregate', '{"achievements": [], "generated_at": 5}'],
    ['without a moment', '{"achievements": [], "aggregate": {}}'],
    ['of a negative moment', '{"achievements": [], "aggregate": {}, "generated_at": -5}'],
  ] as const) {
    it(`is no snapshot when it is ${what}`, async (t) => {
      const directory = await DataDirectory.locate(await temporaryHome(t));
      await directory.write('scan_snapshot.json', text);
      assert.equal(await readSnapshot(directory), undefined);
    });
  }

  it('is no snapshot where there is no file', async (t) => {
    assert.equal(await readSnapshot(await DataDirectory.locate(await temporaryHome(t))), undefined);
  });

  it('gives zero for figures and metadata that make no sense', () => {
    const aggregate = { session_count: -4, total_errors: 'many', total_tool_calls: null, git_events: 2.9 };
    const scan_meta = { duration_ms: 'long', mode: 'dreaming' };
    const text = JSON.stringify({ achievements: [5, null], aggregate, generated_at: 1, scan_meta });
    const read = parseSnapshot(Buffer.from(text));
    const { session_count, total_errors, total_tool_calls, git_events } = read.aggregate;
    assert.deepEqual([session_count, total_errors, total_tool_calls, git_events], [0, 0, 0, 2]);
    assert.deepEqual(
      [read.scan_meta.duration_ms, read.scan_meta.mode, read.total_count],
      [0, 'incremental', 60],
    );
  });

  for (const step of WRITE_STEPS) {
    it(`stays whole when ${step} fails`, async (t) => {
      const home = await temporaryHome(t);
      const snapshot = await ourSnapshot(await DataDirectory.locate(home));
      const full = await DataDirectory.locate(home, failingAt(step, 'ENOSPC'));
      await assert.rejects(writeSnapshot(full, { ...snapshot, generated_at: 9 }), WriteFailed);
      assert.deepEqual(await readSnapshot(full), snapshot);
    });
  }
});
