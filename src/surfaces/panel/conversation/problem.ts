import type { Translate } from '../../../artwork/words.ts';
import { problemWords } from '../../../host/problemWords.ts';
import type { Problem } from '../protocol.ts';
import type { PanelHistory } from './history.ts';

/** A reason is a sentence or two; what a file system says may be of any length. */
const LONGEST = 500;

/** What went wrong, in the reader's language. */
export function failureWords(failure: string, translate: Translate): string {
  return problemWords(failure, translate).slice(0, LONGEST);
}

/** Why there is nothing to show: no history, or one that cannot be read. */
export async function panelProblem(
  error: unknown,
  history: Pick<PanelHistory, 'exists' | 'place'>,
  translate: Translate,
): Promise<Problem> {
  const message = failureWords(error instanceof Error ? error.message : String(error), translate);
  const kind = (await history.exists().catch(() => true)) ? 'failed' : 'noHistory';
  return { kind, message, home: history.place.home };
}
