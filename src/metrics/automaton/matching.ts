import type { TextCopy } from './rules/target.ts';
import type { Tally } from './tally.ts';

/** What may be left undecided, and goes on at the start of the next text. */
export interface Resumable {
  /** Tells such rules apart in a frozen state. */
  readonly key: string;
  resume(matching: Matching, tail: number): void;
}

/** A match that the end of a text left undecided. */
export interface Suspended {
  readonly phrase: Resumable;
  /** The part that is to come next. */
  readonly tail: number;
}

/** What follows on a line: the same for every head on it, so it is looked for once a line. */
export interface RestOfLine {
  /** Where the line ends; heads from here on are on another line. */
  end: number;
  /** A head must end here or before; -1 if the tails are not on the line. */
  lastHeadEnd: number;
  /** Where a match ends. */
  matchEnd: number;
}

/** The text at hand, and what the rules remember of it and of the texts before. */
export class Matching {
  tally: Tally;
  /** Distinct file paths. */
  readonly paths: Set<string>;
  readonly lines: readonly RestOfLine[];
  text: Uint8Array = new Uint8Array();
  #buffer: Buffer | undefined;
  suspended: Suspended[] = [];

  constructor(tally: Tally, lines: number) {
    this.tally = tally;
    this.paths = new Set();
    this.lines = Array.from({ length: lines }, () => ({ end: -1, lastHeadEnd: -1, matchEnd: -1 }));
  }

  /** Starts on a text, or on one of its copies; what the texts before left undecided goes on in it. */
  begin(text: Uint8Array, copy: TextCopy | 'whole'): void {
    this.text = text;
    this.#buffer = undefined;
    this.tally.begin(copy);
    for (const line of this.lines) line.end = -1;
    if (copy === 'lowered' || copy === 'raw') return;
    const undecided = this.suspended;
    if (undecided.length === 0) return;
    this.suspended = [];
    for (const { phrase, tail } of undecided) phrase.resume(this, tail);
  }

  /** A part of the text at hand. */
  string(start: number, end: number): string {
    this.#buffer ??= Buffer.from(this.text.buffer, this.text.byteOffset, this.text.length);
    return this.#buffer.toString('utf8', start, end);
  }

  suspend(phrase: Resumable, tail: number): void {
    this.suspended.push({ phrase, tail });
  }

  /** @returns what takes back all that is found from now on, but for paths */
  undoPoint(): () => void {
    const tally = this.tally.copy();
    const suspended = [...this.suspended];
    return () => {
      this.tally = tally;
      this.suspended = suspended;
    };
  }
}
