import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import { evaluate } from '../../../src/badges/evaluate.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { parseSnapshot, readSnapshot, writeSnapshot } from '../../../src/files/shared/snapshotFile.ts';
import { mergeIntoState, readState } from '../../../src/files/shared/unlockState.ts';
import { temporaryHome } from '../../unit/files/support/temporaryHome.ts';

const INPUTS = 10_000;
const AT_ONCE = { quietMs: 0, limitMs: 0 };
/** What people, other programs and bad luck put into JSON. */
const HOSTILE = [
  'null',
  'NaN',
  '-Infinity',
  '1e999',
  '-1',
  '"5"',
  '[]',
  '{}',
  '{"__proto__":{"unlocked":true}}',
  '"\\ud800"',
  '['.repeat(5000),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '\u0000',
  '\\',
  '"',
  '}',
];

type Random = () => number;

/** A repeatable generator of numbers in 0..1 (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function damaged(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  switch (Math.floor(random() * 5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + HOSTILE[Math.floor(random() * HOSTILE.length)] + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random() * 0x250) + text.slice(at + 1);
    case 3:
      return text.slice(at) + text.slice(0, at);
    default: {
      // A whole value in place of another, which mostly still parses.
      const hostile = HOSTILE[Math.floor(random() * HOSTILE.length)]!;
      const values = [...text.matchAll(/(?<=: ?)(?:"[^"]*"|-?[\d.]+|null|true|false)/g)];
      const value = values[Math.floor(random() * values.length)];
      return value
        ? text.slice(0, value.index) + hostile + text.slice(value.index + value[0].length)
        : hostile;
    }
  }
}

async function damageRepeatedly(
  t: TestContext,
  text: string,
  check: (content: string) => Promise<void>,
): Promise<void> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  for (let input = 0; input < INPUTS; input++) {
    let content = damaged(text, random);
    while (random() < 0.3) content = damaged(content, random);
    await check(content);
  }
}

describe(`${INPUTS} damaged files`, () => {
  it('of unlocks: each is merged or set aside, and what we know is in it after', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const entry = { unlocked_at: 100, first_tier: 'Copper', evidence: null };
    const whole = {
      unlocks: { a: { ...entry, evidence: { session_id: 's', title: 'T', value: 1 } }, b: entry },
    };
    await directory.create();
    const path = directory.pathOf('state.json');
    await damageRepeatedly(t, JSON.stringify(whole), async (content) => {
      await writeFile(path, content);
      const aside: string[] = [];
      const onSetAside = (name: string): unknown => aside.push(name);
      await mergeIntoState(directory, new Map([['a', entry]]), { patience: AT_ONCE, onSetAside });
      const { entries, damaged: stillDamaged } = await readState(directory);
      assert.equal(stillDamaged, false);
      assert.ok((entries.get('a')?.unlocked_at ?? Infinity) <= 100, content);
      for (const name of aside) {
        assert.equal(await readFile(directory.pathOf(name), 'utf8'), content.toWellFormed());
        await rm(directory.pathOf(name));
      }
      assert.deepEqual(await readdir(directory.path), ['state.json']);
    });
  });

  it('of the snapshot: each is a snapshot of all badges, or none', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const empty = parseSnapshot(Buffer.from('{"achievements":[],"aggregate":{},"generated_at":5}'));
    const achievements = evaluate({ total_errors: 5000, max_tool_calls_in_session: 300 });
    await writeSnapshot(directory, {
      ...empty,
      achievements,
      scan_meta: { ...empty.scan_meta, history_mode: 'lifetime' },
    });
    const text = String(await directory.read('scan_snapshot.json'));
    await damageRepeatedly(t, text, async (content) => {
      let snapshot: ReturnType<typeof parseSnapshot>;
      try {
        snapshot = parseSnapshot(Buffer.from(content));
      } catch {
        return; // no snapshot
      }
      assert.equal(snapshot.total_count, achievements.length);
      assert.ok(Object.values(snapshot.aggregate).every((figure) => figure >= 0));
    });
    assert.notEqual(await readSnapshot(directory), undefined);
  });
});
