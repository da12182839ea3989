import { isDeepStrictEqual } from 'node:util';
import type { RowDigest, SessionRows } from '../../hermes/changes/digest.ts';
import { LONGEST_TEXT } from '../../hermes/changes/log/pageTexts.ts';
import type { LogPosition } from '../../hermes/changes/log/tail.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';

/** The sessions as they are listed at the moment of a look. */
export interface Listed {
  /** The very array of the look before, when nothing about the sessions has changed. */
  readonly headers: readonly SessionHeader[];
  readonly byId: ReadonlyMap<string, SessionHeader>;
  /** How many rows the table has: those without an id are not listed. */
  readonly total: number;
  /** None has an id that is not found on the pages of a log. */
  readonly haveShortIds: boolean;
}

/** What is remembered of the last look. */
export interface Outline extends Listed {
  /** The rows of every session that has some; brought up to date when a look is settled. */
  readonly digests: Digests;
  /** How many rows the table of messages has. */
  readonly totalRows: number;
  readonly maxId: number;
  /** Where in the log the look began; null where that is not known. */
  readonly place: LogPosition | null;
  readonly schemaVersion: number;
}

/** What a look found, and what of it is remembered for the next. */
export interface Look {
  /** Sessions that may have changed, in listing order. */
  readonly suspects: readonly SessionHeader[];
  /** Rows that suspects have gained since the last look, where their others have stayed as they were. */
  readonly appended: ReadonlyMap<string, RowDigest>;
  /** The rows of all other suspects that have some. */
  readonly rows: ReadonlyMap<string, SessionRows>;
  /** Sessions that may have used anything since the last look; null where that is not known. */
  readonly used: ReadonlySet<string> | null;
  readonly listed: Listed;
  readonly totalRows: number;
  readonly maxId: number;
}

/** The rows of sessions, and what they come to. */
export class Digests {
  readonly #digests = new Map<string, RowDigest>();
  #rows = 0;
  #inactive = 0;
  #longIds = false;

  /** Some session has an id that is not found on the pages of a log. */
  get haveLongIds(): boolean {
    return this.#longIds;
  }

  /** How many rows all sessions have. */
  get rows(): number {
    return this.#rows;
  }

  /** How many of them are not active. */
  get inactive(): number {
    return this.#inactive;
  }

  get(id: string): RowDigest | undefined {
    return this.#digests.get(id);
  }

  entries(): MapIterator<[string, RowDigest]> {
    return this.#digests.entries();
  }

  /** Puts a digest in the place of what was known; one without rows is not kept. */
  set(id: string, digest: RowDigest): void {
    this.#count(this.#digests.get(id), -1);
    this.#count(digest, 1);
    this.#longIds ||= isUntoldByLog(id);
    if (digest.total > 0) this.#digests.set(id, digest);
    else this.#digests.delete(id);
  }

  #count(digest: RowDigest | undefined, times: 1 | -1): void {
    if (!digest) return;
    this.#rows += times * digest.total;
    this.#inactive += times * inactiveIn(digest);
  }
}

export function isUntoldByLog(id: string): boolean {
  // The second is put for bytes that are no UTF-8, of which several may be decoded alike.
  return id.length > LONGEST_TEXT || id.includes('\ufffd');
}

export function inactiveIn({ total, active }: RowDigest): number {
  return total - active;
}

/** One or a few sessions need no walk over all of them. */
export function inListingOrder(
  touched: ReadonlySet<string>,
  { headers, byId }: Pick<Listed, 'headers' | 'byId'>,
): SessionHeader[] {
  if (touched.size > 1) return headers.filter(({ id }) => touched.has(id));
  return [...touched].flatMap((id) => byId.get(id) ?? []);
}

export function isSameHeader(before: SessionHeader | undefined, now: SessionHeader): boolean {
  if (!before) return false;
  for (const key in now) {
    const [was, is] = [before[key as keyof SessionHeader], now[key as keyof SessionHeader]];
    if (was !== is && !(typeof is === 'object' && isDeepStrictEqual(was, is))) return false;
  }
  return true;
}
