import { type Problem, problem, problemOf } from '../../words/problem.ts';
import { ScanCancelled } from './cancelFlag.ts';

/** The engine's own errors, and valibot's, quote the value that they stumbled over: it may be somebody's history. */
const MAY_QUOTE = new Set([
  'SyntaxError',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'URIError',
  'ValiError',
]);

/** What went wrong in a scan: without a stack, without contents of the history. */
export function scanProblem(error: unknown): Problem {
  if (!(error instanceof Error)) return problem('scan.unexpected');
  return MAY_QUOTE.has(error.name) ? problem('scan.unexpectedBy', error.name) : problemOf(error);
}

/** Where an error that nobody foresaw came from, for the log; undefined for one that explains itself. */
export function errorOrigin(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof ScanCancelled || !MAY_QUOTE.has(error.name))
    return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' ');
}
