import { SIGNALS, type SignalRule, TEXT_COUNTERS, type TextCounterRule } from '../../vocabulary.ts';
import { AfterRun } from './afterRun.ts';
import { FilePathRule } from './filePath.ts';
import { LinePhrase } from './linePhrase.ts';
import { LiteralRule } from './literal.ts';
import { type Phrase, parsePattern, type Word } from './notation.ts';
import type { Rule } from './rule.ts';
import { SpacedPhrase } from './spacedPhrase.ts';
import type { Target } from './target.ts';

/**
 * `\b(port\s+)?` in front of a number says no more than `\b`: the white space is a boundary already. For a signal,
 * which asks only whether there is a match, the beginning is left out.
 */
const IDLE_BEGINNING = /^\\b\(\w+\\s\+\)\?/;

export interface VocabularyRules {
  readonly targets: readonly Target[];
  /** In the order in which they are to be tried at one place. */
  readonly rules: readonly Rule[];
  readonly lineSlots: number;
}

/** Turns the vocabulary into rules, each alternative of a counter or signal into the rule that its shape asks for. */
export function vocabularyRules(): VocabularyRules {
  const targets: Target[] = [];
  const rules: Rule[] = [];
  let lineSlots = 0;

  const add = (target: Target, sources: readonly string[], wholeWord: boolean) => {
    targets.push(target);
    const made = sources.map((source) => {
      const parsed = parsePattern(source);
      const phrase = wholeWord ? asWholeWord(parsed) : parsed;
      return ruleFor(target, source, phrase, () => lineSlots++);
    });
    // What lies before its head begins further left than what begins with it.
    rules.push(...made.filter(isAfterRun), ...made.filter((rule) => !isAfterRun(rule)));
  };

  for (const [name, rule] of Object.entries(TEXT_COUNTERS as Record<string, TextCounterRule>)) {
    const copy = rule.onLowercasedText ? 'lowered' : 'folded';
    add({ name, index: targets.length, until: 'matchEnd', copy }, rule.any, false);
  }
  for (const [name, rule] of Object.entries(SIGNALS as Record<string, SignalRule>)) {
    const sources = rule.any.map((source) => source.replace(IDLE_BEGINNING, '\\b'));
    add(signalTarget(name, targets.length), sources, rule.wholeWord === true);
  }
  return { targets, rules, lineSlots };
}

function signalTarget(name: string, index: number): Target {
  if (name === 'file_path') return { name, index, until: 'matchEnd', copy: 'raw' };
  return { name, index, until: name === 'error' ? 'textEnd' : 'sessionEnd', copy: 'folded' };
}

function ruleFor(target: Target, source: string, phrase: Phrase, nextLineSlot: () => number): Rule {
  const { parts, gaps } = phrase;
  if (target.copy === 'raw') return new FilePathRule(target, phrase);
  if (gaps.length === 0) return new LiteralRule(target, parts[0]!);
  if (gaps.every((gap) => gap === 'line')) return new LinePhrase(target, nextLineSlot(), phrase);
  if (gaps.every((gap) => gap.startsWith('space'))) return new SpacedPhrase(target, source, phrase);
  if (gaps.length === 1) return new AfterRun(target, phrase);
  throw new Error(`No rule for a pattern of this shape: ${source}`);
}

function asWholeWord({ parts, gaps }: Phrase): Phrase {
  const last = parts.length - 1;
  const bound = (word: Word, index: number): Word => ({
    text: word.text,
    before: word.before || index === 0,
    after: word.after || index === last,
  });
  return { parts: parts.map((words, index) => words.map((word) => bound(word, index))), gaps };
}

function isAfterRun(rule: Rule): boolean {
  return rule instanceof AfterRun;
}
