import type { SessionRecord } from '../../archive/session/record.ts';
import { recounted, remembering } from '../../archive/session/remembering.ts';
import { nowSeconds } from '../clock.ts';
import { type Counting, Ledger } from './ledger.ts';
import type { Memory } from './memory.ts';

/** What is known of every session: a ledger, and the memory that keeps what is put into it. */
export class KnownSessions {
  readonly #memory: Memory;
  #ledger: Ledger | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** A session's record; undefined for one that is not known, or before anything is. */
  get(id: string): SessionRecord | undefined {
    return this.#ledger?.get(id);
  }

  /** All of them; undefined before anything is known. */
  get ledger(): Ledger | undefined {
    return this.#ledger && this.#ledger.size > 0 ? this.#ledger : undefined;
  }

  /** The ledger in use counts in this way; another one is begun by `bring`. */
  countsAs(counting: Counting): boolean {
    return this.#ledger?.countsAs(counting) ?? false;
  }

  /**
   * What is remembered, with what others have written meanwhile.
   * @returns the ledger, and the ids of sessions that others have counted
   */
  async bring(counting: Counting): Promise<{ readonly ledger: Ledger; readonly taken: readonly string[] }> {
    if (!this.#ledger?.countsAs(counting)) {
      this.#ledger = new Ledger(counting);
      this.#memory.startOver();
    }
    const ledger = this.#ledger;
    return { ledger, taken: await this.#memory.bring(ledger) };
  }

  /**
   * A session as it was counted now.
   * @param full a full rescan counts anew; else no figure falls, whatever Hermes has taken out of the session
   * @param bookmark where to go on counting from; null where there is no such place
   */
  counted(record: SessionRecord, full: boolean, bookmark: unknown): void {
    const before = this.get(record.id);
    const merge = full ? recounted : remembering;
    this.keep(before ? merge(before, record) : record, bookmark);
  }

  /** Hermes has deleted it; what is known of it stays. */
  gone(id: string): void {
    const known = this.get(id);
    if (known && known.goneAt === null) this.keep({ ...known, goneAt: nowSeconds() });
  }

  /** Puts a session in place of what was known of it. @param bookmark left out: the one that is kept stays */
  keep(record: SessionRecord, bookmark?: unknown): void {
    this.#ledger?.put(record);
    this.#memory.keep(record, bookmark);
  }

  forget(): void {
    this.#ledger = undefined;
  }
}
