import type { Phrase } from '../../../metrics/automaton/rules/notation.ts';
import type { Finder, Pattern, Span } from './finder.ts';
import { anyWord } from './spelling.ts';

/** `[a-z0-9_-]` with the letters that Python takes for i, s and k. */
const IN_RUN = /[\w\-\u0130\u0131\u017f\u212a]/;
const WORD_END = /[\p{L}\p{N}_]$/u;

/**
 * `\b[a-z0-9_-]+` in front of words that hold a character outside the class (`config.json`). The words are looked for
 * and the run's beginning backwards from them, so that each run is walked over once.
 */
export function afterRunPattern({ parts }: Phrase): Pattern {
  const expression = new RegExp(anyWord(parts[1]!), 'gu');
  return (text) => new AfterRunFinder(text, expression);
}

class AfterRunFinder implements Finder {
  readonly #text: string;
  readonly #expression: RegExp;

  constructor(text: string, expression: RegExp) {
    this.#text = text;
    this.#expression = expression;
  }

  next(from: number): Span | undefined {
    this.#expression.lastIndex = from;
    for (;;) {
      const match = this.#expression.exec(this.#text);
      if (!match) return undefined;
      const start = this.#beginning(match.index, from);
      if (start !== undefined) return { start, end: this.#expression.lastIndex };
    }
  }

  /** The leftmost word boundary in the run in front of `end`. */
  #beginning(end: number, from: number): number | undefined {
    let beginning: number | undefined;
    for (let at = end - 1; at >= from && IN_RUN.test(this.#text[at]!); at--) {
      const isWord = this.#text[at] !== '-';
      // Two code units, for letters beyond the first plane.
      if (WORD_END.test(this.#text.slice(Math.max(0, at - 2), at)) !== isWord) beginning = at;
    }
    return beginning;
  }
}
