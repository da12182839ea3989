import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SqliteDriver, WritableConnection } from '../../../../src/hermes/sqlite/drivers/driver.ts';

export type Random = () => number;

/** A repeatable generator of numbers in 0..1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Damage {
  readonly kind: string;
  /** The archive after it, byte for byte where nothing was moved. */
  readonly main: Buffer;
  /** SQLite has not been at it, so it is set aside as it is here. */
  readonly isPlain: boolean;
}

const PAGE = 2048;

/** What disks, people and other programs do to bytes. */
const BYTES: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'one byte': (bytes, random) => flip(bytes, random, 1),
  'some bytes': (bytes, random) => flip(bytes, random, 2 + Math.floor(random() * 40)),
  'bytes of the header': (bytes, random) => {
    bytes[Math.floor(random() * 100)] = Math.floor(random() * 256);
    return flip(bytes, random, Math.floor(random() * 3));
  },
  'bytes of the schema': (bytes, random) => {
    bytes[100 + Math.floor(random() * (PAGE - 100))] = Math.floor(random() * 256);
    return bytes;
  },
  cut: (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  emptied: () => Buffer.alloc(0),
  'page zeroed': (bytes, random) => bytes.fill(0, ...aPage(bytes, random)),
  'page of rubbish': (bytes, random) => {
    const [start, end] = aPage(bytes, random);
    for (let at = start; at < end; at++) bytes[at] = Math.floor(random() * 256);
    return bytes;
  },
  'page twice': (bytes, random) => {
    bytes.copy(bytes, aPage(bytes, random)[0], ...aPage(bytes, random));
    return bytes;
  },
  'page header': (bytes, random) => {
    const [start] = aPage(bytes, random);
    for (let at = start; at < start + 12; at++) if (random() < 0.5) bytes[at] = Math.floor(random() * 256);
    return bytes;
  },
  longer: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(Math.floor(random() * 9000), 0x61)]),
  'another file': (bytes, random) => Buffer.alloc(Math.floor(random() * bytes.length), 'not an archive '),
};

/** What somebody who knows SQLite does, or a program that went wrong. */
const STATEMENTS: readonly string[] = [
  `CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END`,
  `CREATE TRIGGER t AFTER UPDATE ON session BEGIN UPDATE session SET body = 'x'; END`,
  `CREATE TABLE other (a, b, c)`,
  `DROP VIEW session_facts`,
  `DROP TABLE step; CREATE VIEW step AS SELECT 1 AS key, 2 AS sum, 'badge' AS badge, 'Gold' AS tier, '[]' AS body`,
  `ALTER TABLE session RENAME TO former; CREATE VIEW session AS
     WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n)
     SELECT key, key AS change, 0 AS sum, 'id' || key AS id, '[]' AS body FROM n`,
  `ALTER TABLE session ADD COLUMN more`,
  `UPDATE session SET body = '[' || body WHERE key % 3 = 0`,
  `UPDATE session SET sum = 5 WHERE key = 7`,
  `UPDATE session SET change = 9223372036854775807 WHERE key = 4`,
  `UPDATE session SET change = -5 WHERE key = 4`,
  `UPDATE session SET id = 'session-001x' WHERE key = 3`,
  `UPDATE session SET body = printf('%.*c', 3000000, 'x') WHERE key = 2`,
  `INSERT INTO session VALUES (9223372036854775807, 900, 5, 'huge', '[]')`,
  `INSERT INTO session VALUES (-9223372036854775808, 901, 5, 'small', '[]')`,
  `UPDATE step SET body = 'null'`,
  `INSERT INTO step VALUES (77, 1, 'badge', 'Olympian', '[1,2,3]')`,
  `UPDATE run SET body = 'x'; UPDATE memo SET body = '["since",1e999]'`,
  `DELETE FROM memo`,
  `PRAGMA user_version = 0`,
  `PRAGMA user_version = 900`,
  `PRAGMA application_id = 1`,
  `PRAGMA journal_mode = WAL`,
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE session (x)' WHERE name = 'session'`,
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'session'`,
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'session_by_id'`,
  `PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'session_by_id'`,
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = printf('%.*c', 100000, 'x') WHERE name = 'memo'`,
];

/** Damages the archive at this path in one of many ways. */
export function damaged(
  path: string,
  { main, backup }: { readonly main: Buffer; readonly backup: Buffer },
  random: Random,
  driver: SqliteDriver,
): Damage {
  const kinds = Object.keys(BYTES);
  const which = Math.floor(random() * (kinds.length + 4));
  const kind = kinds[which];
  if (kind !== undefined) {
    const bytes = BYTES[kind]!(Buffer.from(main), random);
    writeFileSync(path, bytes);
    return { kind, main: bytes, isPlain: true };
  }
  if (which === kinds.length) {
    const other = join(dirname(path), 'archive.backup.sqlite');
    renameSync(path, `${path}.x`);
    renameSync(other, path);
    renameSync(`${path}.x`, other);
    return { kind: 'swapped with the copy', main, isPlain: false };
  }
  if (which === kinds.length + 1) {
    writeFileSync(path, backup);
    return { kind: 'the copy in its place', main: backup, isPlain: false };
  }
  const sql = STATEMENTS[Math.floor(random() * STATEMENTS.length)]!;
  const file = driver.openWritable(path, { busyTimeoutMs: 0 });
  try {
    hostile(file, sql);
  } finally {
    file.close();
  }
  return { kind: `SQL ${sql.slice(0, 60)}`, main: readFileSync(path), isPlain: false };
}

function hostile(file: WritableConnection, sql: string): void {
  file.exec('PRAGMA trusted_schema = ON; PRAGMA secure_delete = ON');
  try {
    file.exec(sql);
  } catch {
    // This build of SQLite defends its schema.
  }
}

function flip(bytes: Buffer, random: Random, times: number): Buffer {
  for (let time = 0; time < times; time++)
    bytes[Math.floor(random() * bytes.length)]! ^= 1 + Math.floor(random() * 255);
  return bytes;
}

function aPage(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = Math.floor((random() * bytes.length) / PAGE) * PAGE;
  return [start, start + PAGE];
}
