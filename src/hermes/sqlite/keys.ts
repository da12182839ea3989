import { textOf } from './cell.ts';
import type { SqlRow, SqlValue } from './drivers/driver.ts';

/** Where a driver met bytes that are no text. */
const REPLACEMENT = '\ufffd';

/** An id as it is stored. */
interface Key {
  readonly bytes: Uint8Array;
  readonly isBlob: boolean;
}

/**
 * Ids of sessions that no string finds: BLOBs, and texts that are no UTF-8. They are called by what is decoded of them;
 * in a query their bytes stand for that. Of two that are called alike the first is found.
 */
export class SessionKeys {
  readonly #readAll: () => readonly SqlRow[];
  readonly #haveBlobs: () => boolean;
  #keys: ReadonlyMap<string, Key> | undefined;
  #isUsual: boolean | undefined;

  /**
   * @param readAll of each session: the id, its bytes, and 1 for a BLOB
   * @param haveBlobs whether any id is one; asked once
   */
  constructor(readAll: () => readonly SqlRow[], haveBlobs: () => boolean) {
    this.#readAll = readAll;
    this.#haveBlobs = haveBlobs;
  }

  /** What is asked for a session of this name. @param sql its first parameter is the session's id */
  bound(sql: string, name: string): { readonly sql: string; readonly key: SqlValue } {
    const key = this.#keyOf(name);
    if (!key) return { sql, key: name };
    return { sql: key.isBlob ? sql : sql.replace('?', 'CAST(? AS TEXT)'), key: key.bytes };
  }

  #keyOf(name: string): Key | undefined {
    this.#isUsual ??= !this.#haveBlobs();
    if (this.#isUsual && !name.includes(REPLACEMENT)) return undefined;
    this.#keys ??= unusualKeys(this.#readAll());
    return this.#keys.get(name);
  }
}

function unusualKeys(rows: readonly SqlRow[]): Map<string, Key> {
  const keys = new Map<string, Key>();
  const texts = new Set<string>();
  for (const [id, bytes, isBlob] of rows) {
    const name = textOf(id);
    if (name === null || !(bytes instanceof Uint8Array)) continue;
    if (isBlob !== 1 && !name.includes(REPLACEMENT)) texts.add(name);
    else if (!keys.has(name)) keys.set(name, { bytes, isBlob: isBlob === 1 });
  }
  for (const name of texts) keys.delete(name);
  return keys;
}
