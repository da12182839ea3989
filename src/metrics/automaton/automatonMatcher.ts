import type { TextCounter } from '../sessionStats.ts';
import type { SessionSignal, TextFigures, TextMatcher } from '../textMatcher.ts';
import { pathsInCalls } from './callPaths.ts';
import { isWordAt, isWordBefore } from './characters.ts';
import { BLOCK_BYTES, type Finds, LiteralScanner } from './literalScanner.ts';
import { Matching } from './matching.ts';
import { foldSpecialLetters, lowerSpecialLetters } from './specialLetters.ts';
import { Tally } from './tally.ts';
import type { TextCopy } from './target.ts';
import { type Action, buildVocabularyScanner, type VocabularyScanner } from './vocabularyScanner.ts';

/** A matcher's state as plain JSON; names rather than numbers, so that it does not depend on the vocabulary's order. */
export interface FrozenMatcher {
  readonly counts: Readonly<Record<string, number>>;
  readonly paths: readonly string[];
  /** Undecided matches: the phrase and the part that is to come next. */
  readonly suspended: readonly (readonly [string, number])[];
}

/** Built once a thread, when the first session is counted. */
let shared: VocabularyScanner | undefined;

/**
 * Finds everything in one pass: an automaton tells where the vocabulary's literals begin, and the rules decide there
 * what counts. Between texts it keeps figures, distinct paths and undecided matches, never a text.
 */
export class AutomatonMatcher implements TextMatcher {
  readonly #vocabulary: VocabularyScanner;
  readonly #tally: Tally;
  readonly #matching: Matching;

  constructor(frozen?: FrozenMatcher) {
    shared ??= buildVocabularyScanner();
    this.#vocabulary = shared;
    const { targets, phrases, lineSlots } = shared;
    this.#tally = new Tally(targets);
    this.#matching = new Matching(this.#tally, lineSlots);
    if (frozen === undefined) return;
    for (const { name, index } of targets.all) this.#tally.counts[index] = frozen.counts[name] ?? 0;
    for (const path of frozen.paths) this.#matching.paths.add(path);
    for (const [key, tail] of frozen.suspended) {
      const phrase = phrases.get(key);
      if (phrase) this.#matching.suspend(phrase, tail);
    }
  }

  add(text: Uint8Array, callsJson: string | null): void {
    if (!this.#match(text, 'whole')) {
      this.#match(foldSpecialLetters(text), 'folded');
      this.#match(lowerSpecialLetters(text), 'lowered');
      this.#match(text, 'raw');
    }
    if (callsJson !== null) pathsInCalls(callsJson, this.#matching.paths);
  }

  figures(): TextFigures {
    const { counts } = this.#tally;
    const { counters, onceASession, errors, nothingFound } = this.#vocabulary.targets;
    const occurrences = { ...nothingFound.occurrences };
    for (const { name, index } of counters) occurrences[name as TextCounter] = unboxed(counts[index]!);
    const signals = { ...nothingFound.signals };
    for (const { name, index } of onceASession) signals[name as SessionSignal] = counts[index]! > 0;
    return {
      occurrences,
      signals,
      errorMessages: unboxed(counts[errors.index]!),
      distinctPaths: this.#matching.paths.size,
    };
  }

  freeze(): FrozenMatcher {
    const counts = this.#vocabulary.targets.all.map(
      ({ name, index }) => [name, this.#tally.counts[index]!] as const,
    );
    return {
      counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
      paths: [...this.#matching.paths],
      suspended: this.#matching.suspended.map(({ phrase, tail }) => [phrase.key, tail]),
    };
  }

  /**
   * Matches one text, or one of the copies of a text with special letters.
   * @returns false, with nothing changed but paths, if `copy` is `whole` and the text has special letters
   */
  #match(text: Uint8Array, copy: TextCopy | 'whole'): boolean {
    const { scanner } = this.#vocabulary;
    let undo: (() => void) | undefined;
    for (let from = 0; from < text.length; from += BLOCK_BYTES) {
      const finds = scanner.scan(text, from, Math.min(from + BLOCK_BYTES, text.length));
      if (copy === 'whole' && this.#hasSpecialLetter(finds)) {
        undo?.();
        return false;
      }
      if (from === 0) {
        if (text.length > BLOCK_BYTES) undo = this.#matching.undoPoint();
        this.#matching.begin(text, copy);
      }
      this.#apply(finds, from);
    }
    return true;
  }

  #hasSpecialLetter({ pairs, runs }: Finds): boolean {
    const { actions } = this.#vocabulary;
    for (let run = 0; run < runs.length; run += 2) {
      for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2) {
        if (actions[LiteralScanner.stateOf(pairs[pair + 1]!)] === undefined) return true;
      }
    }
    return false;
  }

  #apply({ pairs, runs }: Finds, from: number): void {
    const { actions } = this.#vocabulary;
    for (let run = 0; run < runs.length; run += 2) {
      for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2) {
        const found = actions[LiteralScanner.stateOf(pairs[pair + 1]!)];
        if (found !== undefined) this.#act(found, from + pairs[pair]!);
      }
    }
  }

  #act(actions: readonly Action[], start: number): void {
    const matching = this.#matching;
    const { text } = matching;
    const { from } = this.#tally;
    for (const { rule, target, length, before, after } of actions) {
      if (start < from[target]!) continue;
      if (before && isWordBefore(text, start)) continue;
      if (after && isWordAt(text, start + length)) continue;
      rule.found(matching, start, start + length);
    }
  }
}

/** The same number. V8 keeps one from a Float64Array as an object of 16 bytes, a small integer in the field itself. */
function unboxed(count: number): number {
  const small = count | 0;
  return small === count ? small : count;
}
