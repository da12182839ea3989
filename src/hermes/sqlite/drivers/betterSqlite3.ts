import type BetterSqlite3 from 'better-sqlite3';
import type {
  SqliteConnection,
  SqliteDriver,
  SqliteStatement,
  SqlRow,
  SqlValue,
  WritableConnection,
} from './driver.ts';

type Library = typeof BetterSqlite3;
type Handle = BetterSqlite3.Database;

/** The first Node release that better-sqlite3 13 runs on; an older one is killed by a segmentation fault. */
const OLDEST_NODE = 22;

/**
 * Loads better-sqlite3, whose native addon must never be met by a Node that it crashes.
 * @throws Error in one line, when this Node is too old or the addon cannot be loaded
 */
export async function loadBetterSqlite3(nodeVersion = process.versions.node): Promise<SqliteDriver> {
  if (Number.parseInt(nodeVersion, 10) < OLDEST_NODE) {
    throw new Error(`better-sqlite3 needs Node ${OLDEST_NODE} or newer, this is ${nodeVersion}`);
  }
  const { default: Database } = await import('better-sqlite3');
  // The addon itself is loaded by the first database; a broken one must show now, not at the first read.
  new Database(':memory:').close();
  return betterSqlite3Driver(Database);
}

function betterSqlite3Driver(Database: Library): SqliteDriver {
  return {
    name: 'better-sqlite3',
    wholeText: true,
    openReadOnly: (path, { busyTimeoutMs }) =>
      reading(new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })),
    // Its build of SQLite understands no URI, and `immutable` can be asked for in no other way.
    openImmutable: null,
    openWritable: (path, { busyTimeoutMs }) => writable(new Database(path, { timeout: busyTimeoutMs })),
    resultCode,
  };
}

/**
 * The first BLOB that a thread is handed makes V8 throw away all code compiled for typed arrays: a Buffer made in native
 * code breaks what it takes for granted of them. Better before there is any than in the middle of a scan.
 */
function reading(handle: Handle): SqliteConnection {
  handle.prepare("SELECT x''").get();
  return connection(handle);
}

function connection(handle: Handle): SqliteConnection {
  return {
    prepare: (sql) => statement(handle, sql),
    exec: (sql) => void handle.exec(sql),
    close: () => handle.close(),
  };
}

function writable(handle: Handle): WritableConnection {
  return {
    ...connection(handle),
    run: (sql, ...parameters) => void handle.prepare(sql).run(...parameters),
    prepareWrite: (sql) => {
      const prepared = handle.prepare(sql);
      return { run: (...parameters) => void prepared.run(...parameters) };
    },
  };
}

function statement(handle: Handle, sql: string): SqliteStatement {
  return handle.prepare<SqlValue[], SqlRow>(sql).raw();
}

function resultCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  // Extended codes append to the primary one: SQLITE_BUSY_RECOVERY, SQLITE_IOERR_READ.
  return typeof code === 'string' ? /^SQLITE_[A-Z]+/.exec(code)?.[0] : undefined;
}
