import { type Phrase, parsePattern } from '../../../metrics/automaton/rules/notation.ts';
import { afterRunPattern } from './afterRunFinder.ts';
import type { Pattern } from './finder.ts';
import { linePattern } from './lineFinder.ts';
import { pathPattern } from './pathFinder.ts';
import type { Spelling } from './spelling.ts';
import { wordPattern } from './wordFinder.ts';

/** A signal or a text counter of the vocabulary, as far as it says what to look for. */
export interface WordingRule {
  readonly any: readonly string[];
  readonly wholeWord?: boolean;
  readonly caseSensitive?: boolean;
  readonly onLowercasedText?: boolean;
}

/** `\b(port\s+)?` in front of a number says where a match begins, not whether there is one. */
const IDLE_BEGINNING = /^\\b\(\w+\\s\+\)\?/;

/** The patterns of one rule, each linear in the text's length. */
export function patternsOf(rule: WordingRule): Pattern[] {
  // The only rule that looks at case is that of paths.
  if (rule.caseSensitive) return [pathPattern];
  const phrases = rule.any.map((source) => parsePattern(source.replace(IDLE_BEGINNING, '\\b')));
  const spelling: Spelling = { lowered: rule.onLowercasedText === true, wholeWord: rule.wholeWord === true };
  const words = phrases.filter(isOfWords);
  return [
    ...phrases.filter((phrase) => hasGap(phrase, 'run')).map(afterRunPattern),
    ...(words.length > 0 ? [wordPattern(words, spelling)] : []),
    ...phrases.filter((phrase) => hasGap(phrase, 'line')).map(linePattern),
  ];
}

function isOfWords(phrase: Phrase): boolean {
  return !hasGap(phrase, 'run') && !hasGap(phrase, 'line');
}

function hasGap({ gaps }: Phrase, wanted: Phrase['gaps'][number]): boolean {
  return gaps.includes(wanted);
}
