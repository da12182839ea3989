/** One way to spell a part of a pattern, in lower case. */
export interface Word {
  readonly text: string;
  /** Must not continue a word: `\b` in front. */
  readonly before: boolean;
  /** Must not be continued by a word: `\b` behind. */
  readonly after: boolean;
}

/** What may stand between two parts: white space (`+`: at least one), the rest of a line, a run of a class. */
type Gap = 'space*' | 'space+' | 'line' | 'run';

/** A pattern as parts of finitely many spellings each, with unbounded gaps between them. */
export interface Phrase {
  /** Each part's spellings in the order in which they are to be tried. */
  readonly parts: readonly (readonly Word[])[];
  /** One fewer than parts. */
  readonly gaps: readonly Gap[];
}

const GAPS: readonly (readonly [string, Gap])[] = [
  ['\\s*', 'space*'],
  ['\\s+', 'space+'],
  ['.*', 'line'],
  ['[a-z0-9_-]+', 'run'],
  ['[\\w./-]+', 'run'],
];

/** Stands for `\b` while a part is spelled out. */
const BOUNDARY = '\b';

/**
 * Takes a pattern of the vocabulary apart.
 * @throws Error for notation that the automaton has no rule for
 */
export function parsePattern(source: string): Phrase {
  const parts: Word[][] = [];
  const gaps: Gap[] = [];
  let begin = 0;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const gap = depth === 0 ? GAPS.find(([notation]) => source.startsWith(notation, at)) : undefined;
    if (gap) {
      parts.push(wordsOf(source.slice(begin, at)));
      gaps.push(gap[1]);
      begin = at + gap[0].length;
      at = begin - 1;
    } else if (source[at] === '\\') at++;
    else if (source[at] === '(') depth++;
    else if (source[at] === ')') depth--;
  }
  parts.push(wordsOf(source.slice(begin)));
  return { parts, gaps };
}

function wordsOf(source: string): Word[] {
  return new Speller(source).spell().map((spelling) => {
    const text = spelling.replaceAll(BOUNDARY, '').toLowerCase();
    const before = spelling.startsWith(BOUNDARY);
    const after = spelling.length > 1 && spelling.endsWith(BOUNDARY);
    const edges = `${before ? BOUNDARY : ''}${text}${after ? BOUNDARY : ''}`;
    if (edges !== spelling.toLowerCase()) throw new Error(`Boundary inside a word: ${source}`);
    return { text, before, after };
  });
}

/** Spells out groups, classes and `?`, greedy ones first, as a regular expression would try them. */
class Speller {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  spell(): string[] {
    const spellings = this.#alternatives();
    if (this.#at < this.#source.length)
      throw new Error(`Unexpected ${this.#source[this.#at]} in ${this.#source}`);
    return spellings;
  }

  #alternatives(): string[] {
    const spellings = this.#sequence();
    while (this.#source[this.#at] === '|') {
      this.#at++;
      spellings.push(...this.#sequence());
    }
    return spellings;
  }

  #sequence(): string[] {
    let spellings = [''];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const next = this.#item();
      spellings = spellings.flatMap((start) => next.map((end) => start + end));
    }
    return spellings;
  }

  #item(): string[] {
    const spellings = this.#atom();
    if (this.#source[this.#at] !== '?') return spellings;
    this.#at++;
    return [...spellings, ''];
  }

  #atom(): string[] {
    const char = this.#source[this.#at++]!;
    if (char === '(') {
      const spellings = this.#alternatives();
      this.#at++;
      return spellings;
    }
    if (char === '[') {
      const end = this.#source.indexOf(']', this.#at);
      const members = [...this.#source.slice(this.#at, end)];
      this.#at = end + 1;
      return members;
    }
    if (char === '\\') {
      const escaped = this.#source[this.#at++]!;
      if (escaped === 'b') return [BOUNDARY];
      if (/\w/.test(escaped)) throw new Error(`No rule for \\${escaped} in ${this.#source}`);
      return [escaped];
    }
    if ('*+{^$'.includes(char)) throw new Error(`No rule for ${char} in ${this.#source}`);
    return [char];
  }
}
