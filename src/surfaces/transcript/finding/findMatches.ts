import type { Finder, Pattern, Span } from './finder.ts';

/** A rule's patterns; a text's matches are counted for each rule apart. */
export type Rule = readonly Pattern[];

/** Of a match longer than this only the first words are shown: it reaches over most of a long line. */
const LONGEST_SHOWN = 300;
const SHOWN_OF_LONGER = 80;

/** Where a text matches any of the rules, from left to right, no two places overlapping. */
export function* findMatches(text: string, rules: readonly Rule[]): Generator<Span, void, void> {
  const sources = rules.map((rule) => matchesOf(text, rule));
  const heads = sources.map((source) => source.next());
  let shownUntil = 0;
  for (;;) {
    let first: number | undefined;
    for (const [index, head] of heads.entries()) {
      if (head.done) continue;
      const leader = first === undefined ? undefined : heads[first];
      if (!leader || leader.done || head.value.start < leader.value.start) first = index;
    }
    if (first === undefined) return;
    const match = heads[first]!.value as Span;
    if (match.start >= shownUntil) {
      const span = shown(match);
      shownUntil = span.end;
      yield span;
    }
    heads[first] = sources[first]!.next();
  }
}

/** Counting's own order: leftmost first, of several at one place the first in the rule, without overlap. */
function* matchesOf(text: string, rule: Rule): Generator<Span, void, void> {
  const finders = rule.map((pattern) => new Ahead(pattern(text)));
  for (let from = 0; ; ) {
    let best: Span | undefined;
    for (const finder of finders) {
      const span = finder.from(from);
      if (span && (!best || span.start < best.start)) best = span;
    }
    if (!best) return;
    yield best;
    from = best.end;
  }
}

/** A finder that remembers what it found as long as it serves. */
class Ahead {
  readonly #finder: Finder;
  #span: Span | undefined;
  #ended = false;

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  from(place: number): Span | undefined {
    if (!this.#ended && (this.#span === undefined || this.#span.start < place)) {
      this.#span = this.#finder.next(place);
      this.#ended = this.#span === undefined;
    }
    return this.#span;
  }
}

function shown({ start, end }: Span): Span {
  return end - start <= LONGEST_SHOWN ? { start, end } : { start, end: start + SHOWN_OF_LONGER };
}
