import type { Schema } from '../sessions/schema.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { readAllUsage, readUsage } from './read.ts';
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

  /** What a session used; undefined when it does not exist. @throws HermesDatabaseError */
  of(sessionId: string): SessionUse | undefined {
    return readUsage(this.#connection, this.#tables, sessionId);
  }

  /** What every session used, one by one. @throws HermesDatabaseError, at any session */
  ofAll(): Generator<SessionUse, void, void> {
    return readAllUsage(this.#connection, this.#tables);
  }

  get #tables(): UsageTables {
    this.#found ??= UsageTables.read(this.#connection, this.#schema);
    return this.#found;
  }
}
