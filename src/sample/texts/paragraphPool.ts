import type { Random } from '../random.ts';

/** Writes one paragraph of some kind of text: a function, a hunk, a few log lines. Ends with a line feed. */
type ParagraphWriter = (random: Random) => string;

/** A paragraph is rewritten about once in so many uses, so that a long history keeps changing. */
const USES_PER_REWRITE = 6;

/**
 * Texts of any length from a stock of paragraphs. Composing every line anew would bound how fast a history of a
 * gigabyte can be written; a stock whose pieces are replaced as they are used does not, and its memory stays flat.
 */
export class ParagraphPool {
  readonly #write: ParagraphWriter;
  readonly #stock: string[] = [];
  readonly #capacity: number;

  constructor(write: ParagraphWriter, capacity = 128) {
    this.#write = write;
    this.#capacity = capacity;
  }

  /** One paragraph. */
  one(random: Random): string {
    const slot = random.int(0, this.#capacity - 1);
    if (slot >= this.#stock.length) {
      const fresh = this.#write(random);
      this.#stock.push(fresh);
      return fresh;
    }
    if (random.int(1, USES_PER_REWRITE) === 1) this.#stock[slot] = this.#write(random);
    return this.#stock[slot] as string;
  }

  /** Paragraphs up to about `length` characters, ending at the end of a line. */
  text(random: Random, length: number): string {
    let text = this.one(random);
    while (text.length < length) text += this.one(random);
    if (text.length <= length) return text;
    const end = text.lastIndexOf('\n', length);
    return end > 0 ? text.slice(0, end + 1) : text.slice(0, length);
  }
}
