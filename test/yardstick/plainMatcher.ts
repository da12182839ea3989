import type { TextCounter } from '../../src/metrics/session/stats.ts';
import type { SessionSignal, TextFigures, TextMatcher } from '../../src/metrics/session/textMatcher.ts';
import {
  SIGNALS,
  type SignalRule,
  TEXT_COUNTERS,
  type TextCounterRule,
} from '../../src/metrics/vocabulary.ts';
import { pythonPattern } from './pythonPattern.ts';

/**
 * The matcher that is obviously right: one compiled pattern each, over the whole text at once. Too slow and too
 * hungry for the product; the automaton is held against it.
 */
export class PlainMatcher implements TextMatcher {
  readonly #texts: string[] = [];
  readonly #paths = new Set<string>();
  #errorMessages = 0;

  constructor(frozen?: unknown) {
    for (const [text, callsJson] of (frozen as [string, string | null][] | undefined) ?? [])
      this.#add(text, callsJson);
  }

  add(text: Uint8Array, callsJson: string | null): void {
    this.#add(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text), callsJson);
  }

  figures(): TextFigures {
    const full = this.#texts.join('\n');
    const lower = full.toLowerCase();
    const occurrences = Object.fromEntries(
      COUNTERS.map(([name, { pattern, lowered }]) => [name, count(lowered ? lower : full, pattern)]),
    );
    const signals = Object.fromEntries(SESSION_SIGNALS.map(([name, pattern]) => [name, has(full, pattern)]));
    return {
      occurrences: occurrences as Record<TextCounter, number>,
      signals: signals as Record<SessionSignal, boolean>,
      errorMessages: this.#errorMessages,
      distinctPaths: this.#paths.size,
    };
  }

  freeze(): unknown {
    return this.#frozen;
  }

  readonly #frozen: [string, string | null][] = [];

  #add(text: string, callsJson: string | null): void {
    this.#frozen.push([text, callsJson]);
    this.#texts.push(text);
    if (has(text, ERROR)) this.#errorMessages++;
    const searched = callsJson === null ? text : `${text} ${callsJson}`;
    for (const [path] of searched.matchAll(FILE_PATH)) this.#paths.add(path);
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function compileSignal({ any, wholeWord, caseSensitive }: SignalRule): RegExp {
  return compile(any, wholeWord === true, caseSensitive !== true);
}

function compile(any: readonly string[], wholeWord: boolean, ignoreCase: boolean): RegExp {
  const alternatives = any.map((source) => pythonPattern(source, ignoreCase)).join('|');
  const boundary = wholeWord ? pythonPattern('\\b', false) : '';
  return new RegExp(`${boundary}(?:${alternatives})${boundary}`, 'gu');
}

const ERROR = compileSignal(SIGNALS.error);
const FILE_PATH = compileSignal(SIGNALS.file_path);

const SESSION_SIGNALS = Object.entries(SIGNALS as Record<string, SignalRule>)
  .filter(([name]) => name !== 'error' && name !== 'file_path')
  .map(([name, rule]) => [name, compileSignal(rule)] as const);

const COUNTERS = Object.entries(TEXT_COUNTERS as Record<string, TextCounterRule>).map(([name, rule]) => {
  const lowered = rule.onLowercasedText === true;
  return [name, { pattern: compile(rule.any, false, !lowered), lowered }] as const;
});
