import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { Archive } from '../../../src/archive/archive.ts';
import type {
  SqliteConnection,
  SqliteDriver,
  WritableConnection,
} from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { archivePath } from '../../unit/archive/support/archives.ts';
import { someRecord } from '../../unit/archive/support/records.ts';

const { driver } = await loadDriver();

const CODES = [
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_BUSY',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
];

/** Fails at the n-th call, and `times` calls from then on. */
class FailingDriver implements SqliteDriver {
  readonly name = driver.name;
  readonly wholeText = driver.wholeText;
  readonly openImmutable = null;
  readonly resultCode = (error: unknown) => driver.resultCode(error);
  readonly #code: string;
  #callsLeft: number;
  #times: number;

  constructor(code: string, callsLeft: number, times: number) {
    this.#code = code;
    this.#callsLeft = callsLeft;
    this.#times = times;
  }

  get hasFailed(): boolean {
    return this.#callsLeft <= 0;
  }

  heal(): void {
    this.#times = 0;
  }

  openReadOnly(path: string, options: { busyTimeoutMs: number }): SqliteConnection {
    this.#step();
    return this.#reading(driver.openReadOnly(path, options));
  }

  openWritable(path: string, options: { busyTimeoutMs: number }): WritableConnection {
    if (path === ':memory:') return driver.openWritable(path, options);
    this.#step();
    const connection = driver.openWritable(path, options);
    return {
      ...this.#reading(connection),
      run: (sql, ...parameters) => {
        this.#step();
        connection.run(sql, ...parameters);
      },
      prepareWrite: (sql) => {
        this.#step();
        const statement = connection.prepareWrite(sql);
        return {
          run: (...parameters) => {
            this.#step();
            statement.run(...parameters);
          },
        };
      },
    };
  }

  #reading(connection: SqliteConnection): SqliteConnection {
    return {
      exec: (sql) => {
        // Whatever has failed: SQLite can always take back.
        if (sql !== 'ROLLBACK') this.#step();
        connection.exec(sql);
      },
      prepare: (sql) => {
        this.#step();
        const statement = connection.prepare(sql);
        return {
          get: (...parameters) => {
            this.#step();
            return statement.get(...parameters);
          },
          all: (...parameters) => {
            this.#step();
            return statement.all(...parameters);
          },
          iterate: (...parameters) => {
            this.#step();
            return statement.iterate(...parameters);
          },
        };
      },
      close: () => connection.close(),
    };
  }

  #step(): void {
    this.#callsLeft--;
    if (this.#callsLeft > 0 || this.#times <= 0) return;
    this.#times--;
    throw Object.assign(new Error(`injected ${this.#code}`), { code: this.#code });
  }
}

const saving = (id: string) => ({
  sessions: [{ record: someRecord(id), bookmark: id }],
  steps: [
    { id: `badge_${id}`, tier: 'Gold', at: 1_750_000_000, day: null, evidence: null, announced: false },
  ],
});

/** Every kind of question and change once. @returns what was said to be stored */
function work(archive: Archive): string[] {
  const stored: string[] = [];
  archive.load();
  for (const id of ['b', 'c']) {
    if (archive.save(saving(id)) === null) stored.push(id);
    archive.takeOver();
  }
  archive.care(Date.now() + 2 * 86_400_000);
  archive.steps();
  archive.bookmark('b');
  if (archive.save(saving('d')) === null) stored.push('b', 'c', 'd');
  return stored;
}

describe('a driver that fails at any call', () => {
  for (const code of CODES) {
    for (const times of [1, 3, Number.POSITIVE_INFINITY]) {
      it(`with ${code}, ${times} times: nothing stored is lost, nothing counted is forgotten`, async (t) => {
        let faults = 0;
        for (let call = 1; ; call++) {
          const path = await archivePath(t);
          const before = new Archive(path, driver, { write: true });
          before.save(saving('a'));
          before.care();
          before.close();
          const failing = new FailingDriver(code, call, times);
          const archive = new Archive(path, failing, { write: true });
          const stored = work(archive);
          const inFile = new Archive(path, driver, { write: false });
          const found = inFile.load();
          for (const id of ['a', ...stored])
            assert.deepEqual(found.get(id), someRecord(id), `${call}: ${id}`);
          inFile.close();
          failing.heal();
          assert.equal(archive.save({}), null, `${call}`);
          archive.load();
          archive.close();
          assertAll(path, `${call}`);
          if (!failing.hasFailed) break;
          faults++;
        }
        t.diagnostic(`${faults} calls failed`);
        assert.ok(faults > 20);
      });
    }
  }
});

function assertAll(path: string, call: string): void {
  const archive = new Archive(path, driver, { write: true });
  const records = archive.load();
  assert.deepEqual([...records.keys()].sort(), ['a', 'b', 'c', 'd'], call);
  for (const [id, record] of records) assert.deepEqual(record, someRecord(id), call);
  assert.deepEqual(
    archive
      .steps()
      .map(({ id }) => id)
      .sort(),
    ['badge_a', 'badge_b', 'badge_c', 'badge_d'],
    call,
  );
  assert.equal(archive.problem, null);
  archive.close();
  assert.deepEqual(
    readdirSync(dirname(path)).filter((name) => name.endsWith('-tmp') || name.endsWith('-journal')),
    [],
    call,
  );
  assert.ok(existsSync(path));
}
