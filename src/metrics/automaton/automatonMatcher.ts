import type { TextCounter } from '../session/stats.ts';
import type { SessionSignal, TextFigures, TextMatcher } from '../session/textMatcher.ts';
import { pathsInCalls } from './callPaths.ts';
import { isWordAt, isWordBefore } from './characters.ts';
import { stateOf } from './machine/literalAutomaton.ts';
import { BLOCK_BYTES, type Finds } from './machine/literalScanner.ts';
import { foldSpecialLetters, lowerSpecialLetters } from './machine/specialLetters.ts';
import { Matching } from './matching.ts';
import type { TextCopy } from './rules/target.ts';
import { Tally } from './tally.ts';
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
  readonly #matching: Matching;

  constructor(frozen?: FrozenMatcher) {
    shared ??= buildVocabularyScanner();
    this.#vocabulary = shared;
    const { targets, phrases, lineSlots } = shared;
    const counts = frozen && targets.all.map(({ name }) => frozen.counts[name] ?? 0);
    this.#matching = new Matching(new Tally(targets, counts), lineSlots);
    if (frozen === undefined) return;
    for (const path of frozen.paths) this.#matching.paths.add(path);
    for (const [key, tail] of frozen.suspended) {
      const phrase = phrases.get(key);
      if (phrase) this.#matching.suspend(phrase, tail);
    }
  }

  add(text: Uint8Array, callsJson: string | null): void {
    if (text.length > 0 && !this.#matchUsual(text)) this.#matchUnusual(text);
    if (callsJson !== null) pathsInCalls(callsJson, this.#matching.paths);
  }

  figures(): TextFigures {
    const { counts } = this.#matching.tally;
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
    const { counts: all } = this.#matching.tally;
    const counts = this.#vocabulary.targets.all.map(({ name, index }) => [name, all[index]!] as const);
    return {
      counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
      paths: [...this.#matching.paths],
      suspended: this.#matching.suspended.map(({ phrase, tail }) => [phrase.key, tail]),
    };
  }

  /** Matches a text in one go. @returns false, with nothing done, if it is too long for that or has special letters */
  #matchUsual(text: Uint8Array): boolean {
    if (text.length > BLOCK_BYTES) return false;
    const { scanner } = this.#vocabulary;
    const finds = scanner.scan(text, 0, text.length);
    if (scanner.foundMarked) return false;
    this.#matching.begin(text, 'whole');
    this.#apply(finds, 0);
    return true;
  }

  #matchUnusual(text: Uint8Array): void {
    if (this.#match(text, 'whole')) return;
    this.#match(foldSpecialLetters(text), 'folded');
    this.#match(lowerSpecialLetters(text), 'lowered');
    this.#match(text, 'raw');
  }

  /**
   * Matches one text of any length, or one of the copies of a text with special letters.
   * @returns false, with nothing changed but paths, if `copy` is `whole` and the text has special letters
   */
  #match(text: Uint8Array, copy: TextCopy | 'whole'): boolean {
    const { scanner } = this.#vocabulary;
    const undo = this.#matching.undoPoint();
    this.#matching.begin(text, copy);
    for (let from = 0; from < text.length; from += BLOCK_BYTES) {
      const finds = scanner.scan(text, from, Math.min(from + BLOCK_BYTES, text.length));
      if (copy === 'whole' && scanner.foundMarked) {
        undo();
        return false;
      }
      this.#apply(finds, from);
    }
    return true;
  }

  #apply({ pairs, runs }: Finds, from: number): void {
    const { actions } = this.#vocabulary;
    for (let run = 0; run < runs.length; run += 2) {
      for (let pair = runs[run]!; pair < runs[run + 1]!; pair += 2)
        this.#act(actions[stateOf(pairs[pair + 1]!)]!, from + pairs[pair]!);
    }
  }

  #act(actions: readonly Action[], start: number): void {
    const matching = this.#matching;
    const { text } = matching;
    const { from } = matching.tally;
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
