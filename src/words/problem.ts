import { PROBLEMS, type ProblemCode } from './problems.ts';
import { english, type Translate } from './translate.ts';

/** What is the matter: plain data, which goes from thread to thread. It becomes words where it is shown. */
export interface Problem {
  readonly code: ProblemCode;
  /** What stands at {0}, {1} in its sentence: names and figures; a reason is a problem itself. */
  readonly values: readonly Value[];
}

type Value = string | number | Problem;

/** As many values as a sentence has places. */
type ValuesOf<Code extends ProblemCode> = Places<(typeof PROBLEMS)[Code]>;
type Places<Sentence extends string> = Sentence extends `${string}{3}${string}`
  ? [Value, Value, Value, Value]
  : Sentence extends `${string}{2}${string}`
    ? [Value, Value, Value]
    : Sentence extends `${string}{1}${string}`
      ? [Value, Value]
      : Sentence extends `${string}{0}${string}`
        ? [Value]
        : [];

/** It is always one line, whatever its values are: a path may hold anything. */
export function problem<Code extends ProblemCode>(code: Code, ...values: ValuesOf<Code>): Problem {
  const inLine = (value: Value): Value =>
    typeof value === 'string' ? value.replace(/\s*\n\s*/g, ' ') : value;
  return { code, values: values.map(inLine) };
}

/** A problem in one line for people. */
export function wordsOf({ code, values }: Problem, translate: Translate): string {
  return translate(
    PROBLEMS[code],
    ...values.map((value) => (typeof value === 'object' ? wordsOf(value, translate) : value)),
  );
}

/** For logs, for files that other programs read, and for the command line. */
export function inEnglish(told: Problem): string {
  return wordsOf(told, english);
}

/** An error that knows what is the matter; its message, in English, is for logs. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(told: Problem, options?: ErrorOptions) {
    super(inEnglish(told), options);
    this.problem = told;
  }
}

/** What an error says is the matter; one that nobody foresaw, in its own words. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : problem('other', messageOf(error));
}

/** What an error says, in the words of who threw it. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
