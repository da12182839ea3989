import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Archive } from '../../../src/archive/archive.ts';
import type { SessionRecord } from '../../../src/archive/session/record.ts';
import type { SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import { archivePath } from '../../unit/archive/support/archives.ts';
import { someRecord } from '../../unit/archive/support/records.ts';
import { type Damage, damaged, randomFrom } from './support/damage.ts';

const INPUTS = 10_000;
const IN_BACKUP = 20;
const IN_ALL = 30;
/** Nothing that is put right takes so long, on any machine; an endless loop does. */
const LONGEST_MS = 30_000;
/** What of a row stands before its id: lengths, key, change number and sum. */
const BEFORE_ID = 24;

const drivers: readonly SqliteDriver[] = [(await loadDriver()).driver, loadNodeSqlite()];
const STEPS = ['Copper', 'Silver', 'Gold'].map((tier, index) => ({
  id: 'badge',
  tier,
  at: 1_750_000_000 + index,
  day: 20_254 + index,
  evidence: { session_id: 'session-1', title: 'T', value: index },
  announced: true,
}));

/** A few with many days, whose rows go on in other pages. */
function session(index: number, version: number): SessionRecord {
  const days = Array.from({ length: index % 7 === 0 ? 40 : 0 }, (_, day) => ({
    day: 20_200 + day,
    figures: Array.from({ length: 54 }, (_, place) => day * 3 + place),
  }));
  const id = `session-${String(index).padStart(3, '0')}`;
  return someRecord(id, {
    days: { own: 20_200, last: 20_250, earlier: days },
    lifetime: { ...someRecord(id).lifetime, message_count: 100 * version + index },
  });
}

const ADDED = session(500, 3);

interface Original {
  /** The archive and its copy, as bytes. */
  readonly main: Buffer;
  readonly backup: Buffer;
  /** What was put last, and what the copy holds, by id. */
  readonly last: ReadonlyMap<string, SessionRecord>;
  readonly copied: ReadonlyMap<string, SessionRecord>;
}

async function original(t: TestContext, driver: SqliteDriver): Promise<Original> {
  const path = await archivePath(t);
  const archive = new Archive(path, driver, { write: true });
  const copied = Array.from({ length: IN_BACKUP }, (_, index) => session(index, 1));
  archive.save({
    sessions: copied.map((record) => ({ record, bookmark: { at: 1 } })),
    steps: STEPS.slice(0, 2),
  });
  assert.equal(archive.care().kind, 'copied');
  // Some of the copied ones have changed since, others came.
  const later = Array.from({ length: IN_ALL - 10 }, (_, index) => session(index + 10, 2));
  for (const record of later) archive.save({ sessions: [{ record }] });
  archive.save({ steps: STEPS });
  archive.close();
  return {
    main: readFileSync(path),
    backup: readFileSync(join(dirname(path), 'archive.backup.sqlite')),
    last: new Map([...copied, ...later].map((record) => [record.id, record])),
    copied: new Map(copied.map((record) => [record.id, record])),
  };
}

/** The sessions whose row stands untouched in a damaged file. Those that go on in other pages only if nothing is touched. */
function untouched({ main, last }: Original, bytes: Buffer): Set<string> {
  const isSame = main.equals(bytes);
  return new Set(
    [...last.keys()].filter((id) => {
      const { start, end } = rowOf(main, id);
      if (isSame) return true;
      return (
        end !== null && bytes.length >= end && main.subarray(start, end).equals(bytes.subarray(start, end))
      );
    }),
  );
}

/** Where the row put last of a session stands; no end where it goes on in other pages. */
function rowOf(main: Buffer, id: string): { start: number; end: number | null } {
  let at = -1;
  for (let next = main.indexOf(`${id}[2,`); next >= 0; next = main.indexOf(`${id}[2,`, next + 1)) at = next;
  const close = main.indexOf(']]', main.indexOf('"cli"', at));
  const end = main.indexOf(',[0]]', at) + 5;
  const isLocal = end > 5 && end - at < 1900 && close > 0 && Math.floor(at / 2048) === Math.floor(end / 2048);
  return { start: at - BEFORE_ID, end: isLocal ? end : null };
}

function check(
  t: TestContext,
  input: string,
  path: string,
  truth: Original,
  damage: Damage,
  driver: SqliteDriver,
): void {
  const began = performance.now();
  const archive = new Archive(path, driver, { write: true });
  const loaded = archive.load();
  const steps = archive.steps();
  assert.equal(archive.problem, null, input);
  for (const [id, record] of loaded) {
    assert.ok(truth.last.has(id), `${input}: ${id} was never put`);
    const known = [truth.last.get(id), truth.copied.get(id)];
    assert.ok(
      known.some((one) => isDeepStrictEqual(one, record)),
      `${input}: ${id} is as it never was`,
    );
  }
  for (const id of truth.copied.keys()) assert.ok(loaded.has(id), `${input}: ${id} was in the copy`);
  for (const id of untouched(truth, damage.main))
    assert.ok(isDeepStrictEqual(loaded.get(id), truth.last.get(id)), `${input}: ${id} was still there`);
  for (const step of STEPS.slice(0, 2)) {
    const found = steps.find(({ tier }) => tier === step.tier);
    assert.equal(found?.at, step.at, `${input}: ${step.tier}`);
  }
  // Damage to what only a change needs, an index say, is found by the first change.
  assert.equal(archive.save({ sessions: [{ record: ADDED }] }), null, input);
  const restoration = archive.takeRestoration();
  archive.close();
  const again = new Archive(path, driver, { write: true });
  assert.ok(isDeepStrictEqual(again.load(), loaded.set(ADDED.id, ADDED)), `${input}: the second time`);
  assert.equal(again.takeRestoration(), null, `${input}: restored twice`);
  again.close();
  if (restoration?.setAside && damage.isPlain && damage.main.length > 0) {
    const aside = readFileSync(join(dirname(path), restoration.setAside));
    assert.ok(aside.equals(damage.main), `${input}: set aside as it was`);
  }
  const took = performance.now() - began;
  assert.ok(took < LONGEST_MS, `${input} took ${took} ms`);
  t.signal.throwIfAborted();
}

describe(`${INPUTS} damaged archives`, () => {
  it('give back all that a page or the copy still holds, and nothing else', async (t) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    t.diagnostic(`seed ${seed}`);
    const random = randomFrom(seed);
    const originals = await Promise.all(drivers.map((driver) => original(t, driver)));
    const place = dirname(await archivePath(t));
    const path = join(place, 'archive.sqlite');
    const counts = new Map<string, number>();
    for (let input = 0; input < INPUTS; input++) {
      const which = input % drivers.length;
      const driver = drivers[which]!;
      const truth = originals[which]!;
      for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
      writeFileSync(join(place, 'archive.backup.sqlite'), truth.backup, { mode: 0o600 });
      writeFileSync(path, truth.main, { mode: 0o600 });
      const damage = damaged(path, truth, random, driver);
      counts.set(damage.kind, (counts.get(damage.kind) ?? 0) + 1);
      check(t, `seed ${seed}, input ${input}, ${damage.kind}, ${driver.name}`, path, truth, damage, driver);
    }
    t.diagnostic([...counts].map(([kind, count]) => `${count} ${kind}`).join(', '));
  });
});
