import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  SqliteConnection,
  SqliteDriver,
  SqliteStatement,
  SqlRow,
  WritableConnection,
} from './driver.ts';
import { withoutExperimentalWarning } from './experimentalWarning.ts';

type Library = typeof import('node:sqlite');

/**
 * The SQLite inside Node itself, from Node 22.13 on.
 * @throws Error in one line, when this Node has none
 */
export function loadNodeSqlite(): SqliteDriver {
  const library: Library | undefined = withoutExperimentalWarning(() =>
    process.getBuiltinModule?.('node:sqlite'),
  );
  if (!library) throw new Error(`Node ${process.versions.node} has no built-in SQLite`);
  return nodeSqliteDriver(library.DatabaseSync);
}

function nodeSqliteDriver(Database: typeof DatabaseSync): SqliteDriver {
  return {
    name: 'node:sqlite',
    wholeText: keepsNuls(Database),
    openReadOnly: (path, { busyTimeoutMs }) =>
      connection(withTimeout(new Database(path, { readOnly: true }), busyTimeoutMs)),
    openImmutable: (path) => connection(new Database(immutableUri(path), { readOnly: true })),
    openWritable: (path, { busyTimeoutMs }) => writable(withTimeout(new Database(path), busyTimeoutMs)),
    resultCode,
  };
}

/** Bytes that stand for themselves in a URI's path. */
const PLAIN = /^[\w/.:~-]$/;

/**
 * The URI by which SQLite opens a file as `immutable`. Its authority is empty always: SQLite knows no hosts, and reads a
 * share (`\\server\share`) from `file:////server/share`.
 * @param path absolute
 */
export function immutableUri(path: string, platform: NodeJS.Platform = process.platform): string {
  const slashed = platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const encoded = Array.from(Buffer.from(slashed), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  }).join('');
  return `file://${encoded.startsWith('/') ? '' : '/'}${encoded}?immutable=1`;
}

/** Some releases end a text at its first NUL. */
function keepsNuls(Database: typeof DatabaseSync): boolean {
  const memory = new Database(':memory:');
  try {
    return Object.values(memory.prepare('SELECT char(0, 65)').get() ?? {})[0] === '\0A';
  } finally {
    memory.close();
  }
}

/** Set by a pragma, because the constructor's own option is younger than the oldest Node served. */
function withTimeout(handle: DatabaseSync, busyTimeoutMs: number): DatabaseSync {
  handle.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeoutMs)}`);
  return handle;
}

function connection(handle: DatabaseSync): SqliteConnection {
  return {
    prepare: (sql) => statement(handle.prepare(sql)),
    exec: (sql) => handle.exec(sql),
    close: () => handle.close(),
  };
}

function writable(handle: DatabaseSync): WritableConnection {
  return {
    ...connection(handle),
    run: (sql, ...parameters) => void handle.prepare(sql).run(...parameters),
    prepareWrite: (sql) => {
      const prepared = handle.prepare(sql);
      return { run: (...parameters) => void prepared.run(...parameters) };
    },
  };
}

function statement(prepared: StatementSync): SqliteStatement {
  if (typeof prepared.setReturnArrays === 'function') {
    prepared.setReturnArrays(true);
    return prepared as unknown as SqliteStatement;
  }
  // Before Node 22.16 rows come as objects only; every query here gives its columns distinct names.
  const values = (row: object) => Object.values(row) as SqlRow;
  return {
    get: (...parameters) => {
      const row = prepared.get(...parameters);
      return row && values(row);
    },
    all: (...parameters) => prepared.all(...parameters).map(values),
    *iterate(...parameters) {
      for (const row of prepared.iterate(...parameters)) yield values(row as object);
    },
  };
}

/** Primary result codes by number, as far as a reader can meet them. */
const RESULT_CODES: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  17: 'SQLITE_SCHEMA',
  18: 'SQLITE_TOOBIG',
  23: 'SQLITE_AUTH',
  26: 'SQLITE_NOTADB',
};

function resultCode(error: unknown): string | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? RESULT_CODES[code & 0xff] : undefined;
}
