import type { SqliteConnection, SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';

/** What another program does in the middle of a read; does nothing until a test puts something in. */
export interface Meanwhile {
  act: () => void;
}

/** The same driver, whose reads are interrupted: each `get` and `all` lets another program act first. */
export function interrupted(driver: SqliteDriver, meanwhile: Meanwhile): SqliteDriver {
  const interrupt = (connection: SqliteConnection): SqliteConnection => ({
    ...connection,
    prepare: (sql) => {
      const statement = connection.prepare(sql);
      return {
        get: (...parameters) => {
          meanwhile.act();
          return statement.get(...parameters);
        },
        all: (...parameters) => {
          meanwhile.act();
          return statement.all(...parameters);
        },
        iterate: (...parameters) => statement.iterate(...parameters),
      };
    },
  });
  const { openImmutable } = driver;
  return {
    ...driver,
    openReadOnly: (path, options) => interrupt(driver.openReadOnly(path, options)),
    openImmutable: openImmutable && ((path) => interrupt(openImmutable(path))),
  };
}
