import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';

const HELP = 'Try: hermes-achievements --help';
const helpOn = (command: string): string => `Try: hermes-achievements ${command} --help`;

/** What is wrong with the arguments, and the line that says so. */
const WRONG: Readonly<Record<string, readonly [argv: readonly string[], line: string]>> = {
  'a command that there is not': [['dance'], `Unknown command 'dance'. ${HELP}`],
  'a command with a slip': [['lst'], `Unknown command 'lst' (did you mean list?). ${HELP}`],
  'a command with a slip, whatever follows': [
    ['shwo', 'Let Him Cook', '--json', '--full'],
    `Unknown command 'shwo' (did you mean show?). ${HELP}`,
  ],
  'help on a command that there is not': [['help', 'dance'], `Unknown command 'dance'. ${HELP}`],
  'the same, asked otherwise': [
    ['expotr', '--help'],
    `Unknown command 'expotr' (did you mean export?). ${HELP}`,
  ],
  'an option before a command that there is not': [['--json', 'dance'], `Unknown command 'dance'. ${HELP}`],
  'an option of the program with a slip': [
    ['--verison'],
    `Unknown option '--verison' (did you mean --version?). ${HELP}`,
  ],
  'an option that the command has not': [['scan', '--fast'], `Unknown option '--fast'. ${helpOn('scan')}`],
  'an option of another command': [['scan', '--limit', '3'], `Unknown option '--limit'. ${helpOn('scan')}`],
  'a short option that there is not': [['list', '-x'], `Unknown option '-x'. ${helpOn('list')}`],
  'an option with a slip': [
    ['list', '--sate', 'unlocked'],
    `Unknown option '--sate' (did you mean --state?). ${helpOn('list')}`,
  ],
  'a common option with a slip': [
    ['list', '--hom', '/tmp'],
    `Unknown option '--hom' (did you mean --home?). ${helpOn('list')}`,
  ],
  'a value for an option that takes none': [
    ['scan', '--full=yes'],
    `Unknown option '--full=yes'. ${helpOn('scan')}`,
  ],
  'a missing argument': [['show'], `Missing required argument 'BADGE'. ${helpOn('show')}`],
  'a missing argument beside an option': [
    ['session', '--json'],
    `Missing required argument 'ID'. ${helpOn('session')}`,
  ],
  'too many arguments': [
    ['show', 'a', 'b'],
    `Too many arguments for 'show'. Expected 1 argument but got 2: a, b. ${helpOn('show')}`,
  ],
  'an argument for a command that takes none': [
    ['status', 'now'],
    `Too many arguments for 'status'. Expected 0 arguments but got 1: now. ${helpOn('status')}`,
  ],
  'an option after --, where it is an argument': [
    ['list', '--', '--json'],
    `Too many arguments for 'list'. Expected 0 arguments but got 1: --json. ${helpOn('list')}`,
  ],
  'an option that is missing': [
    ['export'],
    `Required option '--format <F>' not specified. ${helpOn('export')}`,
  ],
  'a folder that is missing': [
    ['sample'],
    `Required option '-o, --output <DIR>' not specified. ${helpOn('sample')}`,
  ],
  'an option without its value at the end': [['list', '--limit'], `--limit needs a value. ${helpOn('list')}`],
  'an option without its value before another': [
    ['export', '-o', '--format', 'svg'],
    `-o needs a value, but --format follows. ${helpOn('export')}`,
  ],
  'an option without its value before a common one': [
    ['list', '--state', '--json'],
    `--state needs a value. ${helpOn('list')}`,
  ],
  'a common option without its value before another': [
    ['reset', '--home', '--yes'],
    `--home needs a value, but --yes follows. ${HELP}`,
  ],
  'an option without its value before --': [
    ['scan', '--home', '--'],
    `--home needs a value, but -- follows. ${HELP}`,
  ],
  'a negative number': [
    ['list', '--limit', '-1'],
    `--limit needs a value, but -1 follows. ${helpOn('list')}`,
  ],
  'an empty home': [['list', '--home', ''], `--home is empty: say which, or leave it out. ${HELP}`],
  'an empty home after =': [['list', '--home='], `--home is empty: say which, or leave it out. ${HELP}`],
  'a home of blanks': [['scan', '--home', '  '], `--home is empty: say which, or leave it out. ${HELP}`],
  'an empty profile': [['scan', '--profile', ''], `--profile is empty: say which, or leave it out. ${HELP}`],
  'an empty file': [
    ['export', '--format', 'svg', '--output', ''],
    `--output is empty: say which, or leave it out. ${helpOn('export')}`,
  ],
  'an empty history': [
    ['scan', '--history', ''],
    `--history takes one of: lifetime, dashboard; not "". ${HELP}`,
  ],
  'an empty number': [['list', '--limit', ''], `--limit takes a whole number, not "". ${helpOn('list')}`],
  'a number that is none': [
    ['list', '--limit', 'x'],
    `--limit takes a whole number, not "x". ${helpOn('list')}`,
  ],
  'half a number': [['list', '--limit', '1.5'], `--limit takes a whole number, not "1.5". ${helpOn('list')}`],
  'a number too large for anything': [
    ['sample', '-o', 'x', '--seed', '10000000000'],
    `--seed takes a whole number, not "10000000000". ${helpOn('sample')}`,
  ],
  'a value that is none of those': [
    ['list', '--state', 'open'],
    `--state takes one of: unlocked, discovered, secret; not "open". ${helpOn('list')}`,
  ],
  'a value of several lines': [
    ['list', '--limit', '1\n\n2'],
    `--limit takes a whole number, not "1 2". ${helpOn('list')}`,
  ],
  'an option given twice': [
    ['list', '--limit', '1', '--limit', '2'],
    `--limit is given twice: say it once. ${helpOn('list')}`,
  ],
  'a common option given twice, before and after the command': [
    ['--home', '/a', 'list', '--home', '/b'],
    `--home is given twice: say it once. ${HELP}`,
  ],
  'forget without what': [
    ['forget', '--yes'],
    `forget needs --deleted: it forgets nothing else. ${helpOn('forget')}`,
  ],
  'forget without a yes': [
    ['forget', '--deleted'],
    `forget --deleted forgets for good what Hermes has deleted; say --yes to go ahead. ${helpOn('forget')}`,
  ],
  'reset without a yes': [['reset'], `reset forgets every unlock; say --yes to go ahead. ${helpOn('reset')}`],
};

describe('wrong usage exits with 2, and says in one line what was wrong and where help is', () => {
  for (const [what, [argv, line]] of Object.entries(WRONG))
    it(`for ${what}`, async () => {
      const terminal = new CapturedTerminal();
      assert.equal(await commandLine(argv, terminal, WORKER_FILE), 2);
      assert.deepEqual(terminal.complaints, [line]);
      assert.deepEqual(terminal.printed, []);
    });
});
