import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { Random } from '../../../../src/sample/random.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import type { Cell, MessageCells, SessionCells } from '../../../support/temporaryHome.ts';
import { dashboardEntry, ownEntry } from '../../files/support/sessions.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

const MESSAGES = 9_400;
const FILES = 600;
/** Rows that one scan reads. */
const MESSAGES_A_SCAN = 470;

/** Every run has other inputs; `SEED=…` repeats a run. */
function seeded(t: TestContext): Random {
  const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
  t.diagnostic(`SEED=${seed}`);
  return new Random(seed);
}

// biome-ignore format: a list of pieces, to be read as one
const PIECES = [
  'error', 'Traceback (most recent call last)', 'git commit', './src/a.ts', '= true', 'port already in use', 'docker',
  '\0', '\0json:', '{"name":', '[', ']', '{', '}', '"', '\\', '\\ud800', 'null', 'NaN', '-1e999', '0', '1e400',
  '\ud83d', '\ude00', '\u{1F600}', 'İ', 'ß', 'ſ', 'K', '\u0130', '\ufeff', '\u2028', '\u202e', '\r\n', '\u001b[31m',
  'terminal', '"function"', ',', ':', ' ', '<script>', '__proto__', 'x'.repeat(3000), '\uffff', '\ufffd',
];

function text(random: Random): string {
  return Array.from({ length: random.int(0, 12) }, () => random.pick(PIECES)).join('');
}

function cell(random: Random): Cell {
  switch (random.int(0, 9)) {
    case 0:
      return null;
    case 1:
      return random.pick([0, 1, -1, 1e300, -1e300, Number.POSITIVE_INFINITY, 1.5, 8.64e12, -8.64e12]);
    case 2:
      return random.pick([2n ** 63n - 1n, -(2n ** 63n), 1_750_000_000n]);
    case 3:
      return Buffer.from(Array.from({ length: random.int(0, 40) }, () => random.int(0, 255)));
    case 4:
      return `[{"name":"${random.pick(['terminal', 'delegate_task', 'x'])}"}]`;
    case 5:
      return `\0json:${JSON.stringify({ a: [text(random), null, 1e21, -0] })}`;
    default:
      return text(random);
  }
}

/** Some of the columns get any cell at all; the others keep their defaults. */
function cells(random: Random, columns: readonly string[]): Record<string, Cell> {
  const chosen = columns.filter(() => random.int(0, 2) > 0);
  return Object.fromEntries(chosen.map((column) => [column, cell(random)]));
}

function sessionCells(random: Random): SessionCells {
  return cells(random, ['started_at', 'source', 'model', 'title']);
}

function messageCells(random: Random): MessageCells {
  return {
    ...cells(random, ['role', 'timestamp', 'content', 'tool_calls', 'tool_name']),
    active: random.int(0, 3) > 0 ? 1 : 0,
    compacted: random.int(0, 1),
  };
}

describe('a fuzzer', () => {
  it(`over ${MESSAGES} rows: whatever is in them, a scan gives figures, and again the same`, async (t) => {
    const random = seeded(t);
    const { home } = setStage(t);
    for (let done = 0; done < MESSAGES; done += MESSAGES_A_SCAN) {
      home.sql.exec('BEGIN; DELETE FROM messages; DELETE FROM sessions');
      for (let session = 0; session < MESSAGES_A_SCAN / 10; session++) {
        const id = home.addSession({ ...sessionCells(random), id: `fuzz-${done}-${session}` });
        for (let message = 0; message < 10; message++) home.addMessage(id, messageCells(random));
      }
      home.sql.exec('COMMIT');
      // What was deleted counts no more in this mode.
      const { scanner } = await scannerFor(t, home.path, undefined, { historyMode: 'dashboard' });
      const [warm, full] = [await scanner.scan(false), await scanner.scan(true)];
      assert.ok(warm.ok, warm.ok ? '' : inEnglish(warm.problem));
      assert.ok(full.ok, full.ok ? '' : inEnglish(full.problem));
      assert.deepEqual(warm.snapshot.aggregate, full.snapshot.aggregate);
      assert.equal(full.snapshot.aggregate.session_count, MESSAGES_A_SCAN / 10);
      const odd = Object.entries(full.snapshot.aggregate).filter(
        ([, figure]) => !Number.isSafeInteger(figure),
      );
      assert.deepEqual(odd, []);
    }
  });

  it(`over ${FILES} of our files: whatever is in them, a scan goes well and no unlock is lost`, async (t) => {
    const random = seeded(t);
    const { home, pathOf, file } = setStage(t);
    addSessions(home, 5);
    const first = await scannerFor(t, home.path);
    const outcome = await first.scanner.scan(false);
    assert.ok(outcome.ok);
    const expected = outcome.snapshot;
    const names = ['scan_checkpoint.json', 'scan_snapshot.json', 'state.json'] as const;
    const checkpoint = { schema_version: 1, sessions: { s1: dashboardEntry('s1'), s2: ownEntry('s2') } };
    writeFileSync(pathOf('scan_checkpoint.json'), JSON.stringify(checkpoint));
    const whole = names.map((name) => JSON.stringify(file(name)));
    for (let done = 0; done < FILES; done += names.length) {
      names.forEach((name, index) => {
        // A file that does not parse is waited for, in case somebody is writing it: most here do parse.
        writeFileSync(pathOf(name), random.int(0, 199) === 0 ? text(random) : altered(whole[index]!, random));
      });
      const { scanner } = await scannerFor(t, home.path);
      const outcome = await scanner.scan(false);
      scanner.close();
      assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
      assert.equal(outcome.snapshot.achievements.length, CATALOGUE.length);
      assert.equal(outcome.snapshot.aggregate.session_count, expected.aggregate.session_count);
      for (const badge of expected.achievements.filter(({ unlocked }) => unlocked)) {
        assert.ok(
          outcome.snapshot.achievements.find(({ id }) => id === badge.id)?.unlocked,
          `${badge.id} was lost`,
        );
      }
    }
  });
});

/** One value of a JSON text, exchanged for another. */
function altered(json: string, random: Random): string {
  const values = [...json.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?[\d.e+]+|null|true|false)(?=[,\]}])/g)];
  const value = random.pick(values);
  const other = random.pick([
    'null',
    '{}',
    '[]',
    '-1',
    '1e308',
    '"text"',
    'true',
    '[[[[]]]]',
    '{"a":{"b":[1]}}',
  ]);
  return json.slice(0, value.index) + other + json.slice(value.index + value[0].length);
}
