import { parseArgs } from 'node:util';
import { type AchievementState, CATEGORIES, type Category } from '../../badges/achievement.ts';
import { SORT_KEYS, type SortKey } from '../../badges/catalogue/order.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../exports/exportSnapshot.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';

/** The command line was wrong; exit code 2. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What every command understands. */
export interface CommonOptions {
  readonly home: string | undefined;
  readonly profile: string | undefined;
  readonly history: HistoryMode;
  readonly json: boolean;
  /** False under `--no-save`: write nothing. */
  readonly save: boolean;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'scan'; readonly full: boolean }
  | {
      readonly name: 'list';
      readonly state: AchievementState | undefined;
      readonly category: Category | undefined;
      readonly sort: SortKey;
      readonly limit: number | undefined;
    }
  | { readonly name: 'show'; readonly id: string }
  | { readonly name: 'session'; readonly id: string }
  | {
      readonly name: 'export';
      readonly format: ExportFormat;
      readonly output: string | undefined;
      readonly state: AchievementState | undefined;
    }
  | { readonly name: 'status' }
  | { readonly name: 'forget' }
  | { readonly name: 'reset' }
  | {
      readonly name: 'sample';
      readonly output: string;
      readonly sessions: number | undefined;
      readonly seed: number | undefined;
    };

const COMMON = {
  home: { type: 'string' },
  profile: { type: 'string' },
  history: { type: 'string' },
  json: { type: 'boolean' },
  'no-save': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** The options each command adds to the common ones, and whether it takes an id. */
const COMMANDS = {
  scan: { options: { full: { type: 'boolean' } }, id: false },
  list: {
    options: {
      state: { type: 'string' },
      category: { type: 'string' },
      sort: { type: 'string' },
      limit: { type: 'string' },
    },
    id: false,
  },
  show: { options: {}, id: true },
  session: { options: {}, id: true },
  export: {
    options: {
      format: { type: 'string' },
      output: { type: 'string', short: 'o' },
      state: { type: 'string' },
    },
    id: false,
  },
  status: { options: {}, id: false },
  forget: { options: { deleted: { type: 'boolean' }, yes: { type: 'boolean' } }, id: false },
  reset: { options: { yes: { type: 'boolean' } }, id: false },
  sample: {
    options: {
      output: { type: 'string', short: 'o' },
      sessions: { type: 'string' },
      seed: { type: 'string' },
    },
    id: false,
  },
} as const;

type CommandName = keyof typeof COMMANDS;
type Values = Readonly<Record<string, string | boolean | undefined>>;

const STATES = ['unlocked', 'discovered', 'secret'] as const satisfies readonly AchievementState[];
const HISTORY_MODES = ['lifetime', 'dashboard'] as const satisfies readonly HistoryMode[];

/**
 * Reads the arguments after the program's name.
 * @throws UsageError
 */
export function readArguments(argv: readonly string[]): { command: Command; common: CommonOptions } {
  const name = argv[0];
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return { command: { name: 'help' }, common: commonOptions({}) };
  }
  if (name === '--version') return { command: { name: 'version' }, common: commonOptions({}) };
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`There is no command "${name}"`);
  const { values, positionals } = parse(name as CommandName, argv.slice(1));
  const common = commonOptions(values);
  if (values['help']) return { command: { name: 'help' }, common };
  return { command: readCommand(name as CommandName, values, positionals), common };
}

function parse(name: CommandName, args: string[]): { values: Values; positionals: string[] } {
  const { options, id } = COMMANDS[name];
  try {
    const parsed = parseArgs({
      args,
      options: { ...COMMON, ...options },
      allowPositionals: id,
      strict: true,
    });
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function commonOptions(values: Values): CommonOptions {
  return {
    home: named(values, 'home'),
    profile: named(values, 'profile'),
    history: oneOf('history', HISTORY_MODES, text(values, 'history')) ?? 'lifetime',
    json: values['json'] === true,
    save: values['no-save'] !== true,
  };
}

function readCommand(name: CommandName, values: Values, positionals: string[]): Command {
  switch (name) {
    case 'scan':
      return { name, full: values['full'] === true };
    case 'list':
      return {
        name,
        state: oneOf('state', STATES, text(values, 'state')),
        category: oneOf('category', CATEGORIES, text(values, 'category')),
        sort: oneOf('sort', SORT_KEYS, text(values, 'sort')) ?? 'nearest',
        limit: wholeNumber('limit', text(values, 'limit')),
      };
    case 'show':
    case 'session':
      return { name, id: onlyId(name, positionals) };
    case 'export':
      return {
        name,
        format: required('export', 'format', oneOf('format', EXPORT_FORMATS, text(values, 'format'))),
        output: named(values, 'output'),
        state: oneOf('state', STATES, text(values, 'state')),
      };
    case 'status':
      return { name };
    case 'forget':
      if (values['deleted'] !== true) throw new UsageError('forget needs --deleted: it forgets nothing else');
      confirmed(values, 'forget --deleted forgets for good what Hermes has deleted');
      return { name };
    case 'reset':
      confirmed(values, 'reset forgets every unlock');
      return { name };
    case 'sample':
      return {
        name,
        output: required('sample', 'output', named(values, 'output')),
        sessions: wholeNumber('sessions', text(values, 'sessions')),
        seed: wholeNumber('seed', text(values, 'seed')),
      };
  }
}

/** @throws UsageError without `--yes` */
function confirmed(values: Values, consequence: string): void {
  if (values['yes'] !== true) throw new UsageError(`${consequence}; say --yes to go ahead`);
}

function text(values: Values, key: string): string | undefined {
  const value = values[key];
  return typeof value === 'string' ? value : undefined;
}

/** What an unset variable leaves empty must not stand for the usual place. */
function named(values: Values, key: string): string | undefined {
  const value = text(values, key);
  if (value?.trim() === '') throw new UsageError(`--${key} is empty: say which, or leave it out`);
  return value;
}

/** Matched without regard to case, so that `--category "vibe coding"` finds its category. */
function oneOf<T extends string>(
  option: string,
  allowed: readonly T[],
  value: string | undefined,
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new UsageError(`--${option} takes one of: ${allowed.join(', ')}`);
  return found;
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} takes a whole number, not "${value}"`);
  return Number(value);
}

function required<T>(command: string, option: string, value: T | undefined): T {
  if (value === undefined) throw new UsageError(`${command} needs --${option}`);
  return value;
}

function onlyId(command: string, positionals: string[]): string {
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError(`${command} takes exactly one ID`);
  return id;
}
