import { type Problem, wordsOf } from '../../../words/problem.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Problem as PanelProblem } from '../protocol.ts';
import type { PanelHistory } from './history.ts';

/** A reason is a sentence or two; what a file system says may be of any length. */
const LONGEST = 500;

/** What went wrong, in the reader's language. */
export function failureWords(failure: Problem, translate: Translate): string {
  return wordsOf(failure, translate).slice(0, LONGEST);
}

/** Why there is nothing to show: no history, or one that cannot be read. */
export async function panelProblem(
  failure: Problem,
  history: Pick<PanelHistory, 'exists' | 'place'>,
  translate: Translate,
): Promise<PanelProblem> {
  const kind = (await history.exists().catch(() => true)) ? 'failed' : 'noHistory';
  return { kind, message: failureWords(failure, translate), home: history.place.home };
}
