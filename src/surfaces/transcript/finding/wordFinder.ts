import type { Phrase } from '../../../metrics/automaton/rules/notation.ts';
import type { Pattern } from './finder.ts';
import { anyWord, type Spelling, WHITE_SPACE } from './spelling.ts';

/** More white space than this between two words is not followed: a greedy loop remembers every step it takes. */
const WIDEST_SPACE = 500;

/**
 * Words, and phrases with white space between their words, as one regular expression. It is linear: a stretch of white
 * space has one thing in front of it and is bounded, and everything else is a literal.
 */
export function wordPattern(phrases: readonly Phrase[], spelling: Spelling): Pattern {
  const source = phrases.map((phrase) => phraseSource(phrase, spelling)).join('|');
  const expression = new RegExp(source, 'gu');
  return (text) => ({
    next(from) {
      expression.lastIndex = from;
      const match = expression.exec(text);
      return match ? { start: match.index, end: expression.lastIndex } : undefined;
    },
  });
}

function phraseSource({ parts, gaps }: Phrase, { lowered = false, wholeWord = false }: Spelling): string {
  const last = parts.length - 1;
  return parts
    .map((words, index) => {
      const space =
        index === 0 ? '' : `${WHITE_SPACE}{${gaps[index - 1] === 'space+' ? 1 : 0},${WIDEST_SPACE}}`;
      const bounded = words.map((word) => ({
        text: word.text,
        before: word.before || (wholeWord && index === 0),
        after: word.after || (wholeWord && index === last),
      }));
      return `${space}${anyWord(bounded, { lowered })}`;
    })
    .join('');
}
