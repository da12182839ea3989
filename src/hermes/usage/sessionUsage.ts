import type { Schema } from '../sessions/schema.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { readMarks, readUsageOf } from './read.ts';
import { UsageTables } from './tables.ts';
import type { SessionUse } from './use.ts';

/** What sessions used: tokens and cost. */
export class SessionUsage {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;
  #found: UsageTables | undefined;

  constructor(connection: DatabaseConnection, schema: Schema) {
    this.#connection = connection;
    this.#schema = schema;
  }

  /** Hermes keeps account of auxiliary models. @throws HermesDatabaseError */
  get haveAccount(): boolean {
    return this.#tables.haveAccount;
  }

  /** What sessions used, one by one; those are left out that do not exist. @throws HermesDatabaseError, at any session */
  of(ids: ReadonlySet<string>): Generator<SessionUse, void, void> {
    return readUsageOf(this.#connection, this.#tables, ids);
  }

  /** Of what each session used a mark: another one once that has changed. @throws HermesDatabaseError */
  marks(): Map<string, number> {
    return readMarks(this.#connection, this.#tables);
  }

  get #tables(): UsageTables {
    this.#found ??= UsageTables.read(this.#connection, this.#schema);
    return this.#found;
  }
}
