import { trimmedLength } from '../../whiteSpace.ts';
import type { Row } from './row.ts';
import type { SeenRows } from './seen.ts';
import { START_OVER } from './startOver.ts';

/** What tells two rows of one moment apart without comparing their texts. */
interface Outline {
  id: number;
  isResult: boolean;
  /** Bytes of the trimmed text. */
  length: number;
}

/**
 * Watches over a session of which every row is live, while its rows are counted one by one: makes sure that each of
 * them counts, once, with the whole of its text, in every history mode. Nothing is hashed but the uids.
 */
export class PlainRows {
  readonly #seen: SeenRows;
  readonly #carriedBefore: number;
  readonly #toolCallId: (rowId: number) => string;
  /** Valid timestamps that rose, in order. */
  readonly #rising: number[] = [];
  /** Those that came late. */
  readonly #late = new Set<number>();
  /** The first row of the latest moment: one object for all, since mostly it stays the only one. */
  readonly #first: Outline = { id: 0, isResult: false, length: 0 };
  /** The other rows of that moment. */
  readonly #together: Outline[] = [];
  #hasUndated = false;

  /**
   * @param seen rows met are added there
   * @param carriedBefore rows with a timestamp before this are carried over from another session
   * @param toolCallId reads a row's `tool_call_id`
   */
  constructor(seen: SeenRows, carriedBefore: number, toolCallId: (rowId: number) => string) {
    this.#seen = seen;
    this.#carriedBefore = carriedBefore;
    this.#toolCallId = toolCallId;
  }

  /** @throws START_OVER where the row is not plainly a message of its own */
  add(row: Row): void {
    const { timestamp } = row;
    if (row.mayCarry) throw START_OVER;
    if (timestamp === null) this.#addUndated();
    else if (timestamp > this.#seen.latest) this.#addLater(row, timestamp);
    else this.#addNotLater(row, timestamp);
    if (!this.#seen.add(row)) throw START_OVER;
  }

  /** Two of them may have the same invalid timestamp. */
  #addUndated(): void {
    if (this.#hasUndated) throw START_OVER;
    this.#hasUndated = true;
  }

  #addLater(row: Row, timestamp: number): void {
    if (timestamp < this.#carriedBefore) throw START_OVER;
    this.#rising.push(timestamp);
    if (this.#together.length > 0) this.#together.length = 0;
    outline(row, this.#first);
  }

  #addNotLater(row: Row, timestamp: number): void {
    if (timestamp < this.#carriedBefore) throw START_OVER;
    if (timestamp === this.#seen.latest) {
      const other = outline(row, { id: 0, isResult: false, length: 0 });
      const differsFrom = (one: Outline): boolean => this.#differ(one, other);
      if (row.isDamaged || !differsFrom(this.#first) || !this.#together.every(differsFrom)) throw START_OVER;
      this.#together.push(other);
      return;
    }
    if (this.#late.has(timestamp) || holds(this.#rising, timestamp)) throw START_OVER;
    this.#late.add(timestamp);
  }

  /** A tool's answers are told apart by their ids, if they have one. */
  #differ(a: Outline, b: Outline): boolean {
    if (a.isResult !== b.isResult) return true;
    if (!a.isResult) return a.length !== b.length;
    const [first, second] = [this.#toolCallId(a.id), this.#toolCallId(b.id)];
    return first !== second || (first === '' && a.length !== b.length);
  }
}

function outline({ id, isResult, text }: Row, into: Outline): Outline {
  into.id = id;
  into.isResult = isResult;
  into.length = trimmedLength(text);
  return into;
}

function holds(rising: readonly number[], wanted: number): boolean {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return rising[low] === wanted;
}
