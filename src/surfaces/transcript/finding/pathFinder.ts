import { parsePattern } from '../../../metrics/automaton/rules/notation.ts';
import { SIGNALS } from '../../../metrics/vocabulary.ts';
import type { Finder, Pattern, Span } from './finder.ts';

const [BEGINNINGS, EXTENSIONS] = parsePattern(SIGNALS.file_path.any[0]).parts.map((words) =>
  words.map(({ text }) => text),
) as [string[], string[]];

// `~/` is found as `~`, whose run begins with the slash.
const BEGINNING = new RegExp(
  BEGINNINGS.filter((text) => text !== '~/')
    .map((text) => text.replaceAll('.', '\\.'))
    .join('|'),
  'g',
);
const OUTSIDE_RUN = /[^\p{L}\p{N}_./-]/gu;

/**
 * File paths: a beginning such as `./`, a run of word characters, dots, slashes and hyphens, and the last extension in
 * it. A run holds at most one path, so each is walked over once.
 */
export const pathPattern: Pattern = (text) => new PathFinder(text);

class PathFinder implements Finder {
  readonly #text: string;
  /** What lies before has been searched. */
  #searched = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(from: number): Span | undefined {
    this.#searched = Math.max(this.#searched, from);
    for (;;) {
      BEGINNING.lastIndex = this.#searched;
      const match = BEGINNING.exec(this.#text);
      if (!match) {
        this.#searched = this.#text.length;
        return undefined;
      }
      const start = match.index;
      OUTSIDE_RUN.lastIndex = BEGINNING.lastIndex;
      this.#searched = OUTSIDE_RUN.exec(this.#text)?.index ?? this.#text.length;
      const run = this.#text.slice(start, this.#searched);
      const length = lengthOfPath(run, match[0].length);
      if (length !== undefined) return { start, end: start + length };
    }
  }
}

/** Up to the last extension that has at least one character between it and the beginning. */
function lengthOfPath(run: string, beginning: number): number | undefined {
  for (let at = run.lastIndexOf('.'); at > beginning; at = run.lastIndexOf('.', at - 1)) {
    const extension = EXTENSIONS.find((text) => run.startsWith(text, at));
    if (extension !== undefined) return at + extension.length;
  }
  return undefined;
}
