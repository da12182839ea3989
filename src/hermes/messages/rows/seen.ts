import { UidTable } from '../copies/uidTable.ts';
import type { Row } from './row.ts';
import { START_OVER } from './startOver.ts';

/** What is remembered of rows to know appended ones for new; plain JSON, a few bytes a row. */
export interface FrozenRows {
  /** The greatest valid timestamp, epoch seconds; null without any. */
  readonly latest: number | null;
  /** Hashes of the uids. */
  readonly uids: string;
}

/** Which rows were seen, as far as it takes to tell that another one is no copy of them. */
export class SeenRows {
  readonly #uids = new UidTable();
  #latest = -Infinity;

  /** The greatest valid timestamp; -Infinity without any. */
  get latest(): number {
    return this.#latest;
  }

  clear(): void {
    this.#uids.clear();
    this.#latest = -Infinity;
  }

  /** @returns false where a row with the same uid may have been seen before */
  add({ timestamp, uid }: Pick<Row, 'timestamp' | 'uid'>): boolean {
    if (timestamp !== null && timestamp > this.#latest) this.#latest = timestamp;
    return uid === '' || this.#uids.add(uid);
  }

  /**
   * A row that came after all those seen, and can be no copy of any, nor be told to be none only by looking closer.
   * @param carriedBefore rows with a timestamp before this are carried over from another session
   * @throws START_OVER where that is not certain
   */
  addNew(row: Row, carriedBefore: number): void {
    const { timestamp } = row;
    const isLater = timestamp !== null && timestamp > this.#latest && timestamp >= carriedBefore;
    if (!isLater || !row.isLive || row.mayCarry || !this.add(row)) throw START_OVER;
  }

  freeze(): FrozenRows {
    return { latest: Number.isFinite(this.#latest) ? this.#latest : null, uids: this.#uids.freeze() };
  }

  thaw({ latest, uids }: FrozenRows): void {
    this.#uids.thaw(uids);
    this.#latest = latest ?? -Infinity;
  }
}
