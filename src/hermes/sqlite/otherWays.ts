import { HermesDatabaseError } from './databaseError.ts';

const FROM_MESSAGES = /\bFROM messages\b(?!\s+(?:NOT INDEXED|INDEXED BY))/g;
const FROM_SESSIONS = /\bFROM sessions\b(?!\s+(?:NOT INDEXED|INDEXED BY))/g;

/** A damaged index leaves the queries that used it another way; a damaged table leaves none, and each costs a look at all. */
const TRIED_IN_VAIN = 12;

/**
 * What is asked instead where an index is damaged: the same query by each index of `messages`, and without any. What
 * worked once is asked from then on.
 */
export class OtherWays {
  readonly #found = new Map<string, string>();
  readonly #readIndexes: () => readonly string[];
  #indexes: readonly string[] | undefined;
  #triedInVain = 0;

  /** @param readIndexes the names of the indexes of `messages` */
  constructor(readIndexes: () => readonly string[]) {
    this.#readIndexes = readIndexes;
  }

  get areTaken(): boolean {
    return this.#found.size > 0;
  }

  /** The query, or what is asked in its place. */
  of(sql: string): string {
    return this.#found.size === 0 ? sql : (this.#found.get(sql) ?? sql);
  }

  /** @param damage thrown where no other way leads further */
  take<T>(sql: string, ask: (otherSql: string) => T, damage: unknown): T {
    this.#indexes ??= this.#readIndexes();
    for (const way of waysFor(sql, this.#indexes)) {
      if (this.#triedInVain >= TRIED_IN_VAIN) break;
      try {
        const result = ask(way);
        this.#found.set(sql, way);
        return result;
      } catch (error) {
        if (isCorrupt(error)) this.#triedInVain++;
        // A query that cannot be answered by an index cannot be prepared either.
        else if (!(error instanceof HermesDatabaseError && error.code === 'changed')) throw error;
      }
    }
    throw damage;
  }
}

export function isCorrupt(error: unknown): boolean {
  return error instanceof HermesDatabaseError && error.code === 'corrupt';
}

function waysFor(sql: string, indexesOfMessages: readonly string[]): string[] {
  const byNone = sql
    .replace(FROM_MESSAGES, 'FROM messages NOT INDEXED')
    .replace(FROM_SESSIONS, 'FROM sessions NOT INDEXED');
  if (byNone === sql) return [];
  const byOther = indexesOfMessages
    .map((name) => `FROM messages INDEXED BY "${name.replaceAll('"', '""')}"`)
    .map((from) => sql.replace(FROM_MESSAGES, () => from))
    .filter((way) => way !== sql);
  return [...byOther, byNone];
}
