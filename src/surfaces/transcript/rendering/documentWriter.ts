import type { Span } from '../finding/finder.ts';

/** The editor draws no more than 10,000 characters of a line; one is broken long before. */
const LONGEST_LINE = 2000;
/** Stands in front of what continues a line that was broken. */
const CONTINUED = '↪ ';

/** A place in the document and the next one, as VS Code counts: lines from 0, UTF-16 code units from 0. */
export type PlacePair = readonly [
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
];

/** Builds the document and notes where in it the matches are. */
export class DocumentWriter {
  readonly #parts: string[] = [];
  /** Four numbers a match. */
  readonly matches: number[] = [];
  readonly #mostMatches: number;
  #length = 0;
  #line = 0;
  #character = 0;

  constructor(mostMatches: number) {
    this.#mostMatches = mostMatches;
  }

  /** In UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** The line that is written next. */
  get line(): number {
    return this.#line;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Writes text within a line. */
  put(text: string, isMatch = false): this {
    const start = this.#character;
    this.#push(text);
    this.#character += text.length;
    if (isMatch) this.#mark([this.#line, start, this.#line, this.#character]);
    return this;
  }

  /** Writes text and ends the line. */
  endLine(text = ''): this {
    this.#push(`${text}\n`);
    this.#line++;
    this.#character = 0;
    return this;
  }

  /** Leaves a line for what is known only later; the function returned fills it. */
  reserveLine(): (text: string) => void {
    const index = this.#parts.length;
    this.endLine();
    return (text) => {
      this.#parts[index] = `${text}\n`;
    };
  }

  /**
   * Writes lines of text, long ones broken, and ends the last.
   * @param matches ascending places in the text, not overlapping
   */
  putLines(text: string, matches: readonly Span[]): void {
    const places = new PlaceNotes(matches);
    let at = 0;
    for (;;) {
      const lineFeed = text.indexOf('\n', at);
      const lineEnd = lineFeed < 0 ? text.length : lineFeed;
      const end = breakAt(text, at, lineEnd);
      places.line({ start: at, end }, this.#line, this.#character, (pair) => this.#mark(pair));
      this.endLine(text.slice(at, end));
      if (end < lineEnd) this.put(CONTINUED);
      else if (lineFeed < 0) return;
      at = end < lineEnd ? end : lineFeed + 1;
    }
  }

  #mark(pair: PlacePair): void {
    if (this.matches.length < this.#mostMatches * 4) this.matches.push(...pair);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Follows the lines of a text and tells for each match where it begins and ends. */
class PlaceNotes {
  readonly #matches: readonly Span[];
  #next = 0;
  #begun: readonly [line: number, character: number] | undefined;

  constructor(matches: readonly Span[]) {
    this.#matches = matches;
  }

  line(written: Span, line: number, character: number, note: (pair: PlacePair) => void): void {
    for (; this.#next < this.#matches.length; this.#next++) {
      const { start, end } = this.#matches[this.#next]!;
      const column = (at: number): number => character + at - written.start;
      if (!this.#begun) {
        // A match may begin with the line feed that ends the line, but not with the break inside one.
        if (start > written.end) return;
        this.#begun = [line, column(start)];
      }
      if (end > written.end) return;
      note([...this.#begun, line, column(end)]);
      this.#begun = undefined;
    }
  }
}

function breakAt(text: string, start: number, lineEnd: number): number {
  if (lineEnd - start <= LONGEST_LINE) return lineEnd;
  const end = start + LONGEST_LINE;
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}
