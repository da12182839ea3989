import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import type { SessionUse } from '../../../../src/hermes/usage/use.ts';
import { type Cell, SMALLEST_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

const ACCOUNT = `CREATE TABLE session_model_usage (session_id TEXT, model TEXT, task TEXT DEFAULT '', cost_status TEXT,
  input_tokens INTEGER DEFAULT 0, estimated_cost_usd REAL DEFAULT 0, first_seen REAL, last_seen REAL)`;

describeWithEachDriver('what a session used', (driver) => {
  let home: TemporaryHome;
  beforeEach(() => {
    home = TemporaryHome.create();
  });
  afterEach(() => home.remove());

  const read = <T>(ask: (database: SessionDatabase) => T): T =>
    SessionDatabase.reading(home.path, driver, ask);
  const usageOf = (id: string): SessionUse | undefined =>
    read((database) => [...database.usage.of(new Set([id]))][0]);
  /** So many ids that all are read in one go. */
  const usageOfAll = (): SessionUse[] => {
    const others = Array.from({ length: 1_000 }, (_, index) => `no-${index}`);
    return read(({ usage }) => [...usage.of(new Set([...usage.marks().keys(), ...others]))]);
  };
  function addRow(cells: Readonly<Record<string, Cell>>): void {
    const columns = Object.keys(cells);
    const places = columns.map(() => '?').join(', ');
    home.sql
      .prepare(`INSERT INTO session_model_usage (${columns.join(', ')}) VALUES (${places})`)
      .run(...Object.values(cells));
  }

  it('is read with its rows, one session or all', () => {
    home.sql.exec(ACCOUNT);
    home.addSession({
      id: 'a',
      model: 'vendor/m',
      source: 'cli',
      input_tokens: 5,
      started_at: 1_750_000_000,
    });
    home.addSession({ id: 'b' });
    addRow({
      session_id: 'a',
      model: 'x',
      input_tokens: 3,
      estimated_cost_usd: 0.5,
      cost_status: ' Estimated\u2003',
    });
    addRow({ session_id: 'a', model: 'x', task: 'vision', last_seen: 1_750_000_100 });
    addRow({ session_id: 'gone', model: 'x', input_tokens: 99 });
    const [a, b] = usageOfAll();
    assert.deepEqual(usageOf('a'), a);
    assert.deepEqual(usageOf('b'), b);
    assert.deepEqual(
      [a?.id, a?.startedAt, a?.source, a?.own.model, a?.own.amounts.input],
      ['a', 1_750_000_000, 'cli', 'vendor/m', 5],
    );
    assert.deepEqual(
      a?.rows.map(({ task, status, amounts, lastSeen }) => [
        task,
        status,
        amounts.input,
        amounts.estimated,
        lastSeen,
      ]),
      [
        ['', 'estimated', 3, 0.5, null],
        ['vision', '', 0, 0, 1_750_000_100],
      ],
    );
    assert.deepEqual(b?.rows, []);
    assert.equal(usageOf('gone'), undefined);
  });

  it('is nothing where the oldest tables tell nothing', () => {
    home.remove();
    home = TemporaryHome.create({ schema: SMALLEST_SCHEMA });
    home.addSession({ id: 'a' });
    const used = usageOf('a');
    assert.deepEqual(usageOfAll(), [used]);
    assert.equal(
      read((database) => database.usage.haveAccount),
      false,
    );
    assert.deepEqual(
      [used?.own.model, used?.own.amounts.input, used?.own.amounts.estimated, used?.rows],
      ['', 0, null, []],
    );
  });

  it('counts only whole numbers that are exact, and dollars that are finite and not negative', () => {
    const counted: readonly (readonly [Cell, number])[] = [
      [7.9, 7],
      [-1, 0],
      ['many', 0],
      [null, 0],
      [Buffer.from('12'), 0],
      [Number.POSITIVE_INFINITY, 0],
      [2 ** 53 - 1, 2 ** 53 - 1],
      [2 ** 53, 0],
    ];
    const priced: readonly (readonly [Cell, number | null])[] = [
      [0, 0],
      [0.25, 0.25],
      [-0.25, null],
      [null, null],
      ['free', null],
      [Number.POSITIVE_INFINITY, null],
    ];
    for (const [index, [input_tokens]] of counted.entries())
      home.addSession({ id: `count-${index}`, input_tokens });
    for (const [index, [estimated_cost_usd]] of priced.entries())
      home.addSession({ id: `cost-${index}`, estimated_cost_usd });
    assert.deepEqual(
      counted.map((_, index) => usageOf(`count-${index}`)?.own.amounts.input),
      counted.map(([, count]) => count),
    );
    assert.deepEqual(
      priced.map((_, index) => usageOf(`cost-${index}`)?.own.amounts.estimated),
      priced.map(([, cost]) => cost),
    );
  });

  it('belongs where it was begun, and to its repository, else its folder, without slashes at the end', () => {
    home.addSession({
      id: 'a',
      source: 'cli',
      created_source: 'telegram',
      git_repo_root: ' ',
      cwd: ' /code/beta/ ',
    });
    home.addSession({ id: 'b', git_repo_root: '/code/alpha//', cwd: '/code/alpha/src' });
    home.addSession({ id: 'c', source: '', created_source: '', cwd: '/' });
    home.addSession({ id: 'd', cwd: '' });
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((id) => [usageOf(id)?.source, usageOf(id)?.folder]),
      [
        ['telegram', '/code/beta'],
        [null, '/code/alpha'],
        [null, '/'],
        [null, null],
      ],
    );
  });

  it('is found though ids are no texts, and a table is none', () => {
    home.sql.exec(
      'CREATE VIEW session_model_usage AS SELECT id AS session_id, 5 AS input_tokens FROM sessions',
    );
    home.sql
      .prepare('INSERT INTO sessions (id, started_at, input_tokens) VALUES (?, 1750000000, 4)')
      .run(Buffer.from('blob'));
    assert.deepEqual([usageOf('blob')?.own.amounts.input, usageOf('blob')?.rows], [4, []]);
  });
});
