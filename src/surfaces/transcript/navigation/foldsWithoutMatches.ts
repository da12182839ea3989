import type { Transcript } from '../document.ts';

/**
 * For each fold of a transcript, whether nothing in it counted. Only such may be folded unasked: what counted is what a
 * transcript is opened for.
 */
export function foldsWithoutMatches({ folds, matches }: Pick<Transcript, 'folds' | 'matches'>): boolean[] {
  const empty: boolean[] = [];
  let match = 0;
  for (let fold = 0; fold < folds.length; fold += 2) {
    // Matches and folds ascend, and folds do not overlap.
    while (match < matches.length && matches[match + 2]! < folds[fold]!) match += 4;
    empty.push(match >= matches.length || matches[match]! > folds[fold + 1]!);
  }
  return empty;
}
