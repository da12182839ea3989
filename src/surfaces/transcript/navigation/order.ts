/** A place in a document, as `vscode.Position`. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document, as `vscode.Range`. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** The first match after the selection's beginning, at the end the first of all; undefined without matches. */
export function nextMatch(matches: readonly Stretch[], { start }: Stretch): number | undefined {
  if (matches.length === 0) return undefined;
  const here = matchAt(matches, { start, end: start });
  const from = here === undefined ? countBefore(matches, start) : here + 1;
  return from < matches.length ? from : 0;
}

/** The last match before the selection's beginning, at the start the last of all; undefined without matches. */
export function previousMatch(matches: readonly Stretch[], { start }: Stretch): number | undefined {
  if (matches.length === 0) return undefined;
  return (countBefore(matches, start) || matches.length) - 1;
}

/** The match that the selection begins with. @param matches ascending, not overlapping */
export function matchAt(matches: readonly Stretch[], { start }: Stretch): number | undefined {
  const index = countBefore(matches, start);
  const match = matches[index];
  return match && compare(match.start, start) === 0 ? index : undefined;
}

/** How many matches begin before a place. */
function countBefore(matches: readonly Stretch[], place: Place): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(matches[middle]!.start, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
