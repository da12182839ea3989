import { textOf } from './cell.ts';
import type { SqlRow, SqlValue } from './drivers/driver.ts';

/** Where a driver met bytes that are no text. */
const REPLACEMENT = '\ufffd';

/** A query and its parameters. */
interface Bound {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** An id as it is stored. */
interface Key {
  readonly bytes: Uint8Array;
  readonly isBlob: boolean;
}

/**
 * Ids of sessions that no string finds: BLOBs, and texts that are no UTF-8. They are called by what is decoded of them,
 * or, where another session is called so already, by that and their bytes; in a query their bytes stand for that.
 */
export class SessionKeys {
  readonly #readAll: () => readonly SqlRow[];
  readonly #haveBlobs: () => boolean;
  #names: Names | undefined;
  #isUsual: boolean | undefined;

  /**
   * @param readAll of each session: the id, its bytes, and 1 for a BLOB
   * @param haveBlobs whether any id is one; asked once
   */
  constructor(readAll: () => readonly SqlRow[], haveBlobs: () => boolean) {
    this.#readAll = readAll;
    this.#haveBlobs = haveBlobs;
  }

  /** Some id is a BLOB: pages of a log do not tell it. @throws HermesDatabaseError */
  get areSomeBlobs(): boolean {
    this.#isUsual ??= !this.#haveBlobs();
    return !this.#isUsual;
  }

  /**
   * A query for a session as its id is stored, which may be no text.
   * @param parameters the first, where it is a text, is a session's name
   */
  bound(sql: string, parameters: readonly SqlValue[]): Bound {
    const [name, ...others] = parameters;
    const key = typeof name === 'string' ? this.#namesIfAny(name)?.keys.get(name) : undefined;
    if (!key) return { sql, parameters };
    return {
      sql: key.isBlob ? sql : sql.replace('?', 'CAST(? AS TEXT)'),
      parameters: [key.bytes, ...others],
    };
  }

  /**
   * Sessions whose ids are decoded alike, such as a text and a BLOB of the same bytes: the names of each such group by what
   * is decoded of it. Whatever was read of them together has to be read of each by its name.
   * @param decoded ids as they were met @throws HermesDatabaseError
   */
  alike(decoded: Iterable<string>): ReadonlyMap<string, readonly string[]> {
    for (const name of decoded) {
      const names = this.#namesIfAny(name);
      if (names) return names.alike;
    }
    return NONE_ALIKE;
  }

  /** Undefined where nothing can be unusual about a session of this name. */
  #namesIfAny(name: string): Names | undefined {
    if (!this.areSomeBlobs && !name.includes(REPLACEMENT)) return undefined;
    this.#names ??= namesOf(this.#readAll());
    return this.#names;
  }
}

/** What the sessions of a database are called. */
interface Names {
  readonly keys: ReadonlyMap<string, Key>;
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

const NONE_ALIKE: ReadonlyMap<string, readonly string[]> = new Map();

/** A usual id keeps its name, whatever else is decoded like it. */
function namesOf(rows: readonly SqlRow[]): Names {
  const keys = new Map<string, Key>();
  const named = new Map<string, string[]>();
  const unusual: { decoded: string; key: Key }[] = [];
  for (const [id, bytes, isBlob] of rows) {
    const decoded = textOf(id);
    if (decoded === null || !(bytes instanceof Uint8Array)) continue;
    if (isBlob !== 1 && !decoded.includes(REPLACEMENT)) named.set(decoded, [decoded]);
    else unusual.push({ decoded, key: { bytes, isBlob: isBlob === 1 } });
  }
  for (const { decoded, key } of unusual) {
    const others = named.get(decoded);
    const name = others
      ? `${decoded} (${key.isBlob ? 'BLOB ' : ''}${Buffer.from(key.bytes).toString('hex')})`
      : decoded;
    keys.set(name, key);
    if (others) others.push(name);
    else named.set(decoded, [name]);
  }
  return { keys, alike: new Map([...named].filter(([, names]) => names.length > 1)) };
}
