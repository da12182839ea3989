import { type Problem, wordsOf } from '../words/problem.ts';
import { translate } from './translate.ts';

/** A problem in the language of the editor. */
export function problemWords(problem: Problem): string {
  return wordsOf(problem, translate);
}
