import { describe } from 'node:test';
import type { SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../src/hermes/sqlite/drivers/nodeSqlite.ts';

const drivers: readonly SqliteDriver[] = [(await loadDriver()).driver, loadNodeSqlite()];

/** The same suite once with the driver of every day and once with the one that stands in for it. */
export function describeWithEachDriver(subject: string, suite: (driver: SqliteDriver) => void): void {
  for (const driver of drivers) describe(`${subject}, with ${driver.name}`, () => suite(driver));
}
