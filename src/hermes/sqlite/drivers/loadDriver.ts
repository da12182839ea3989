import { messageOf } from '../../../words/problem.ts';
import { loadBetterSqlite3 } from './betterSqlite3.ts';
import type { SqliteDriver } from './driver.ts';
import { loadNodeSqlite } from './nodeSqlite.ts';

export interface LoadedDriver {
  readonly driver: SqliteDriver;
  /** One line for the log when the first choice could not be had; null otherwise. */
  readonly notice: string | null;
}

/** How each library is loaded; a test puts failing ones in their place. */
export interface DriverLoaders {
  readonly betterSqlite3: () => Promise<SqliteDriver>;
  readonly nodeSqlite: () => SqliteDriver;
}

const LIBRARIES: DriverLoaders = { betterSqlite3: () => loadBetterSqlite3(), nodeSqlite: loadNodeSqlite };

/**
 * better-sqlite3, else the SQLite inside Node. Nothing native is loaded before this is called.
 * @throws Error in one line when neither is there
 */
export async function loadDriver(loaders: DriverLoaders = LIBRARIES): Promise<LoadedDriver> {
  const builtIn = attempt(loaders.nodeSqlite);
  try {
    const driver = await loaders.betterSqlite3();
    const openImmutable = driver.openImmutable ?? builtIn.driver?.openImmutable ?? null;
    return {
      driver: { ...driver, openImmutable, resultCode: eitherCode(driver, builtIn.driver) },
      notice: null,
    };
  } catch (error) {
    const reason = firstLine(error);
    if (!builtIn.driver) {
      throw new Error(`No SQLite library can be loaded: ${reason}; ${builtIn.reason}`);
    }
    return { driver: builtIn.driver, notice: `Reading with node:sqlite, because ${reason}` };
  }
}

/** Immutable connections are node:sqlite's even where better-sqlite3 does the rest, and so are their errors. */
function eitherCode(first: SqliteDriver, second: SqliteDriver | null): SqliteDriver['resultCode'] {
  return (error) => first.resultCode(error) ?? second?.resultCode(error);
}

function attempt(load: () => SqliteDriver): { driver: SqliteDriver | null; reason: string } {
  try {
    return { driver: load(), reason: '' };
  } catch (error) {
    return { driver: null, reason: firstLine(error) };
  }
}

/** Without the path that Node adds when it does not find a package: it is nothing to the reader. */
function firstLine(error: unknown): string {
  return (messageOf(error).split('\n', 1)[0] ?? '').replace(/ imported from .*/, '');
}
