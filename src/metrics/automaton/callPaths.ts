import { ownCopy } from '../session/ownCopy.ts';
import { SIGNALS } from '../vocabulary.ts';
import { parsePattern } from './rules/notation.ts';

const [BEGINNINGS, EXTENSIONS] = parsePattern(SIGNALS.file_path.any[0]).parts.map((words) =>
  words.map(({ text }) => text),
) as [string[], string[]];
// `~/` is found as `~`, whose run begins with the slash.
const BEGINNING = new RegExp(
  BEGINNINGS.filter((text) => text !== '~/')
    .map((text) => text.replaceAll('.', '\\.'))
    .join('|'),
  'g',
);
const OUTSIDE_RUN = /[^\w./-]/g;

/**
 * Adds the file paths in a message's calls. The text before them is followed by a space, which no path crosses, so
 * they are looked for alone; and as JSON printed in ASCII they are no matter for bytes. See `FilePathRule` for why a
 * run holds at most one path.
 */
export function pathsInCalls(callsJson: string, paths: Set<string>): void {
  BEGINNING.lastIndex = 0;
  for (let match = BEGINNING.exec(callsJson); match !== null; match = BEGINNING.exec(callsJson)) {
    OUTSIDE_RUN.lastIndex = BEGINNING.lastIndex;
    const runEnd = OUTSIDE_RUN.exec(callsJson)?.index ?? callsJson.length;
    const run = callsJson.slice(match.index, runEnd);
    const end = endOfPath(run, match[0].length);
    if (end !== undefined) addOnce(run.slice(0, end), paths);
    BEGINNING.lastIndex = runEnd;
  }
}

function addOnce(path: string, paths: Set<string>): void {
  if (!paths.has(path)) paths.add(ownCopy(path));
}

/** Where the last extension in a run ends that has at least one character between it and the beginning. */
function endOfPath(run: string, beginning: number): number | undefined {
  for (let at = run.lastIndexOf('.'); at > beginning; at = run.lastIndexOf('.', at - 1)) {
    const extension = EXTENSIONS.find((text) => run.startsWith(text, at));
    if (extension !== undefined) return at + extension.length;
  }
  return undefined;
}
