import type { Phrase } from '../../../metrics/automaton/rules/notation.ts';
import type { Finder, Pattern, Span } from './finder.ts';
import { anyWord } from './spelling.ts';

/**
 * Words with anything between them on a line, such as `docker.*(name|container).*already`. A regular expression would
 * search the rest of the line once for each `docker` on it; here each line is searched once for what comes last on it.
 */
export function linePattern({ parts }: Phrase): Pattern {
  const [head, ...tails] = parts.map((words) => new RegExp(anyWord(words), 'gu'));
  return (text) => new LineFinder(text, head!, tails);
}

class LineFinder implements Finder {
  readonly #text: string;
  readonly #head: RegExp;
  readonly #tails: readonly RegExp[];
  #lineEnd = -1;
  /** A head on the line must end here or before; -1 if the tails are not on the line. */
  #lastHeadEnd = -1;
  /** Where a match on the line ends: `.*` is greedy, so at the last of the last words. */
  #matchEnd = -1;

  constructor(text: string, head: RegExp, tails: readonly RegExp[]) {
    this.#text = text;
    this.#head = head;
    this.#tails = tails;
  }

  next(from: number): Span | undefined {
    const head = this.#head;
    for (head.lastIndex = from; ; head.lastIndex = this.#lineEnd) {
      const match = head.exec(this.#text);
      if (!match) return undefined;
      const headEnd = head.lastIndex;
      if (headEnd > this.#lineEnd) this.#searchLine(match.index, headEnd);
      if (headEnd <= this.#lastHeadEnd) return { start: match.index, end: this.#matchEnd };
    }
  }

  #searchLine(start: number, headEnd: number): void {
    const lineFeed = this.#text.indexOf('\n', headEnd);
    this.#lineEnd = lineFeed < 0 ? this.#text.length : lineFeed;
    // The head is kept in front, because a boundary looks back at it.
    const line = this.#text.slice(start, this.#lineEnd);
    let limit = line.length;
    for (const [index, tail] of Array.from(this.#tails.entries()).reverse()) {
      const found = lastIn(line, tail, headEnd - start, limit);
      limit = found?.start ?? -1;
      if (!found) break;
      if (index === this.#tails.length - 1) this.#matchEnd = start + found.end;
    }
    this.#lastHeadEnd = limit < 0 ? -1 : start + limit;
  }
}

/** The last match that lies between two places. */
function lastIn(line: string, expression: RegExp, from: number, limit: number): Span | undefined {
  let last: Span | undefined;
  expression.lastIndex = from;
  for (let match = expression.exec(line); match; match = expression.exec(line)) {
    if (expression.lastIndex > limit) break;
    last = { start: match.index, end: expression.lastIndex };
  }
  return last;
}
