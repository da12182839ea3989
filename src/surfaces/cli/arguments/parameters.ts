import { Argument, type Command, Option } from 'commander';
import { dayOfIso, type LocalDay } from '../../../calendar/isoDay.ts';
import { UsageError } from './usageError.ts';

/** An option that knows its value's type. */
export class TypedOption<T> extends Option {
  /** Its value where it is not given. */
  readonly fallback: T;

  /** @param read makes the value of what was given for the option of that name; none for one that takes no value */
  constructor(flags: string, words: string, fallback: T, read?: (given: string, name: string) => T) {
    super(flags, words);
    this.fallback = fallback;
    if (read === undefined) return;
    const name = `--${this.name()}`;
    this.argParser<T | undefined>((given, earlier) => {
      if (earlier !== undefined) throw new UsageError(`${name} is given twice: say it once`);
      return read(given, name);
    });
  }
}

/** What a command takes: options by `--name`, and what has its place (`show BADGE`), in its order. */
export type Parameters = Readonly<Record<string, TypedOption<unknown> | Argument>>;

/** The values of a command line by the names under which a command declares them. */
export type Values<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends TypedOption<infer T> ? T : string;
};

/** What a parsed command line holds for the parameters. */
export function valuesOf<P extends Parameters>(parsed: Command, parameters: P): Values<P> {
  const places = parsed.registeredArguments;
  const entries = Object.entries(parameters).map(([name, parameter]) => [
    name,
    parameter instanceof TypedOption
      ? (parsed.getOptionValue(parameter.attributeName()) ?? parameter.fallback)
      : parsed.processedArgs[places.indexOf(parameter)],
  ]);
  return Object.fromEntries(entries);
}

/** An option that is on where it is given; `--no-…`, off. */
export function flag(flags: string, words: string): TypedOption<boolean> {
  return new TypedOption(flags, words, flags.startsWith('--no-'));
}

/** An option that takes a text, a path or a name, which what an unset variable leaves empty is not. */
export function text(flags: string, words: string): TypedOption<string | undefined> {
  return new TypedOption<string | undefined>(flags, words, undefined, (given, name) => {
    if (given.trim() === '') throw new UsageError(`${name} is empty: say which, or leave it out`);
    return given;
  });
}

/** An option that takes a whole number from 0. */
export function wholeNumber(flags: string, words: string): TypedOption<number | undefined> {
  return new TypedOption<number | undefined>(flags, words, undefined, (given, name) => {
    if (!/^\d{1,9}$/.test(given)) throw new UsageError(`${name} takes a whole number, not "${given}"`);
    return Number(given);
  });
}

/** An option that takes a day of the calendar. */
export function day(flags: string, words: string): TypedOption<LocalDay | undefined> {
  return new TypedOption<LocalDay | undefined>(flags, words, undefined, (given, name) => {
    const found = dayOfIso(given);
    if (found === undefined) throw new UsageError(`${name} takes a day as YYYY-MM-DD, not "${given}"`);
    return found;
  });
}

/** An option that takes one of a few words, in any case: `--category "vibe coding"` finds its category. */
export function choice<const T extends string, F extends T | undefined = undefined>(
  flags: string,
  words: string,
  allowed: readonly T[],
  fallback?: F,
): TypedOption<T | F> {
  return new TypedOption<T | F>(flags, words, fallback as F, (given, name) => {
    const found = allowed.find((candidate) => candidate.toLowerCase() === given.toLowerCase());
    if (found === undefined)
      throw new UsageError(`${name} takes one of: ${allowed.join(', ')}; not "${given}"`);
    return found;
  });
}

/** The option, which must be given. */
export function required<T>(option: TypedOption<T | undefined>): TypedOption<T> {
  option.makeOptionMandatory();
  return option as TypedOption<T>;
}

/** What a command is about, and must be told: `<BADGE>`. */
export function argument(name: `<${string}>`, words: string): Argument {
  return new Argument(name, words);
}
