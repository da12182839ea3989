import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import stringWidth from 'string-width';
import { Archive } from '../../../../src/archive/archive.ts';
import { MIGRATIONS } from '../../../../src/archive/schema.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { commandLine } from '../../../../src/cli.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const DATA = 'plugins/hermes-achievements';

describe('the command line', () => {
  let home: TemporaryHome;
  let terminal: CapturedTerminal;
  beforeEach(() => {
    home = TemporaryHome.create();
    terminal = new CapturedTerminal();
    home.addSession({ id: 'first', title: 'A \u001b[31mred\u202e title', model: 'ollama/llama' }, [
      { content: 'error' },
      {
        role: 'assistant',
        content: 'delegated',
        tool_calls: JSON.stringify(Array(6).fill({ name: 'delegate_task' })),
      },
    ]);
    home.addSession({ id: 'second', title: null, model: 'openai/gpt' }, [{ content: 'hello there' }]);
  });
  afterEach(() => home.remove());

  function run(...argv: string[]): Promise<number> {
    return commandLine([...argv, '--home', home.path], terminal, WORKER_FILE);
  }

  async function json(...argv: string[]) {
    assert.equal(await run(...argv, '--json'), 0, terminal.complaints.join());
    return JSON.parse(terminal.output);
  }

  describe('scan', () => {
    it('sums up what was read and what it unlocked', async () => {
      assert.equal(await run('scan'), 0);
      assert.match(terminal.output, /^2 sessions: 2 analysed, 0 reused, in /);
      assert.match(terminal.output, /3 of 60 badges unlocked/);
    });

    it('names what it unlocked, and what rose to a higher tier, from the second scan on', async () => {
      await run('scan');
      for (let times = 0; times < 7; times++) {
        const calls = JSON.stringify([
          ...Array(5).fill({ name: 'delegate_task' }),
          { name: 'text_to_speech' },
        ]);
        home.addMessage('second', { role: 'assistant', tool_calls: calls });
      }
      home.addMessage('second', {
        role: 'assistant',
        tool_calls: JSON.stringify(Array(3).fill({ name: 'tts' })),
      });
      await run('scan');
      assert.match(terminal.output, /^Unlocked: Voice Of The Machine \(Copper\)$/m);
      assert.match(terminal.output, /^Tier up: Subagent Commander, Copper to Silver$/m);
    });

    it('says so once where TZ names no known zone, and nothing for a POSIX rule', async (t) => {
      const before = process.env['TZ'];
      t.after(() => {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      });
      process.env['TZ'] = 'CET-1CEST';
      await run('scan');
      assert.deepEqual(terminal.complaints, []);
      process.env['TZ'] = 'Foo/Bar';
      await run('scan');
      assert.equal(terminal.complaints.length, 1);
      assert.match(terminal.complaints[0]!, /^TZ is "Foo\/Bar", which names no known time zone/);
    });

    it('prints the snapshot, and only that, with --json', async () => {
      const snapshot = await json('scan');
      assert.equal(snapshot.total_count, 60);
      assert.equal(snapshot.scan_meta.mode, 'full');
      assert.equal(snapshot.aggregate.total_delegate_calls, 6);
    });

    it('analyses everything again with --full', async () => {
      await run('scan');
      assert.equal((await json2('scan', '--full')).scan_meta.sessions_rescanned, 2);
    });

    it('writes nothing with --no-save', async () => {
      assert.equal(await run('scan', '--no-save'), 0);
      assert.equal(existsSync(join(home.path, 'plugins')), false);
    });

    it('counts as the dashboard does with --history dashboard', async () => {
      home.archive('first');
      assert.equal((await json('scan', '--history', 'dashboard')).aggregate.session_count, 1);
    });

    it('draws its progress on stderr when that is a terminal, and removes it', async (t) => {
      terminal = new CapturedTerminal({ interactive: true });
      await run('scan');
      assert.match(terminal.progressLines[0]!, /% .* of 2 sessions/);
      assert.equal(terminal.progressLines.at(-1), '');
      const other = TemporaryHome.create();
      t.after(() => other.remove());
      other.addSession({ id: 'only' }, [{ content: 'hello' }]);
      terminal = new CapturedTerminal({ interactive: true });
      await commandLine(['scan', '--home', other.path], terminal, WORKER_FILE);
      assert.match(terminal.progressLines[0]!, /% .* of 1 session(,|$)/);
    });
  });

  describe('list', () => {
    it('has every badge with its ID in one line, whatever the width', async () => {
      const { achievements } = await json('list');
      for (const columns of [200, 120, 100, 80, 60, 50, 40]) {
        terminal = new CapturedTerminal({ columns });
        await run('list');
        const lines = terminal.output.split('\n');
        assert.equal(lines.length, 61);
        assertFits(columns);
        for (const { id, state } of achievements.filter(
          (badge: { state: string }) => badge.state !== 'secret',
        ))
          assert.ok(
            lines.some((line) => line.split(' ').includes(id)),
            `${id} (${state}) in ${columns} columns`,
          );
      }
    });

    it('leaves nothing out in a pipe', async () => {
      terminal = new CapturedTerminal({ columns: Number.POSITIVE_INFINITY });
      await run('list');
      assert.match(
        terminal.output,
        /^Badge +Category +State +Tier +Reached +Progress +Figure +Next in +ID\n/,
      );
    });

    it('filters by state and category, sorts and limits', async () => {
      await run('list', '--state', 'unlocked', '--category', 'model lore', '--sort', 'name', '--limit', '1');
      assert.match(terminal.output, /^Badge .*\nOpen Weights Pilgrim /);
      assert.equal(terminal.output.split('\n').length, 2);
    });

    it('prints the snapshot with the chosen badges with --json', async () => {
      const snapshot = await json('list', '--state', 'unlocked');
      assert.deepEqual(
        snapshot.achievements.map(({ state }: { state: string }) => state),
        Array(3).fill('unlocked'),
      );
    });

    it('names no secret', async () => {
      const { achievements } = await json('list', '--state', 'secret');
      const secrets = new Set(achievements.map(({ id }: { id: string }) => id));
      assert.notEqual(secrets.size, 0);
      terminal = new CapturedTerminal();
      await run('list');
      for (const { id, name } of CATALOGUE.filter((badge) => secrets.has(badge.id))) {
        assert.ok(!terminal.output.includes(name), name);
        assert.ok(!terminal.output.includes(id), id);
      }
    });
  });

  describe('show', () => {
    it('tells criteria, ladder and the sessions behind a badge', async () => {
      await run('show', 'subagent_commander');
      assert.match(
        terminal.output,
        /^Subagent Commander {2}\[Agent Autonomy\] {2}unlocked, Copper on \d{4}-/,
      );
      assert.match(terminal.output, /● Copper +5 {2}\d{4}-\d\d-\d\d\n {2}○ Silver +40/);
      assert.match(terminal.output, /6 {2}A .*title {2}\(first\)/);
    });

    it('shows the tiers that a badge holds as held after its history shrank', async () => {
      await run('scan');
      home.archive('first');
      terminal = new CapturedTerminal();
      await run('show', 'subagent_commander', '--history', 'dashboard');
      assert.match(terminal.output, / unlocked, Copper\n[\s\S]*\nNoticed on \d{4}-/);
      assert.match(terminal.output, /● Copper +5\n {2}○ Silver +40/);
    });

    it('lets nothing from history act on the terminal', async () => {
      await run('show', 'subagent_commander');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      assert.doesNotMatch(terminal.output, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    });

    it('says what a secret badge is in no way', async () => {
      await run('show', 'docker_name_collision');
      assert.match(terminal.output, /^\?\?\? /);
      assert.doesNotMatch(terminal.output, /docker/i);
    });

    it('finds a badge by its name', async () => {
      assert.equal(await run('show', 'Let Him Cook'), 0, terminal.complaints.join());
      assert.match(terminal.output, /^Let Him Cook /);
    });

    it('fails in one line for a badge that does not exist', async () => {
      assert.equal(await run('show', 'Let Him Cok'), 1);
      assert.deepEqual(terminal.complaints, [
        'There is no badge "Let Him Cok"; did you mean "Let Him Cook"?',
      ]);
    });
  });

  describe('session', () => {
    it('lists the badges that one session alone would earn', async () => {
      await run('session', 'first');
      assert.match(terminal.output, /Subagent Commander +Copper +6/);
    });

    it('speaks of one message and one tool call as of one', async () => {
      await run('session', 'second');
      assert.match(terminal.output, /^1 message, 0 tool calls, 0 with errors$/m);
    });

    it('fails in one line for a session that does not exist', async () => {
      assert.equal(await run('session', 'none'), 1);
      assert.deepEqual(terminal.complaints, ['There is no session "none" in this history']);
    });
  });

  describe('export', () => {
    it('prints the document', async () => {
      await run('export', '--format', 'markdown');
      assert.match(terminal.output, /Subagent Commander/);
    });

    it('prints it with -o - as well, and makes no file of that name', async () => {
      await run('export', '--format', 'markdown', '-o', '-');
      assert.match(terminal.output, /Subagent Commander/);
      assert.equal(existsSync('-'), false);
    });

    it('says in words that --output is a directory', async () => {
      assert.equal(await run('export', '--format', 'svg', '-o', home.path), 1);
      assert.deepEqual(terminal.complaints, [
        `${home.path} is a directory; name the file that is to be written in it`,
      ]);
    });

    it('writes it to a file with --output', async () => {
      const file = join(home.path, 'badges.svg');
      assert.equal(await run('export', '--format', 'svg', '--output', file), 0);
      assert.match(readFileSync(file, 'utf8'), /^<svg /);
    });
  });

  describe('status', () => {
    it('starts nothing and creates nothing', async () => {
      const status = await json('status');
      assert.equal(status.run_count, 0);
      assert.equal(status.state, 'STALE');
      assert.equal(existsSync(join(home.path, 'plugins')), false);
    });

    it('tells of scans that other processes ran', async () => {
      await run('scan');
      const status = await json2('status');
      assert.equal(status.run_count, 1);
      assert.equal(status.state, 'FRESH');
      assert.equal(status.unlocked_count, 3);
    });

    it('tells how many sessions are remembered, how many of them Hermes has deleted, and since when', async () => {
      await run('status');
      assert.match(terminal.output, /^Remembered +none yet$/m);
      const before = Date.now() / 1000;
      await run('scan');
      home.deleteSession('first');
      await run('scan');
      const status = await json2('status');
      assert.deepEqual([status.sessions_remembered, status.sessions_deleted], [2, 1]);
      assert.ok(status.remembered_since >= before && status.remembered_since <= Date.now() / 1000);
      await run('status');
      assert.match(
        terminal.output,
        /^Remembered +2 sessions since \d{4}-\d\d-\d\d \d\d:\d\d, 1 of them deleted by Hermes$/m,
      );
    });
  });

  describe('forget', () => {
    it('forgets what Hermes has deleted, says how much that was, and counts without it', async () => {
      await run('scan');
      home.deleteSession('first');
      terminal = new CapturedTerminal();
      assert.equal(await run('forget', '--deleted', '--yes'), 0, terminal.complaints.join());
      assert.match(
        terminal.output,
        /^Forgotten: 1 session that Hermes has deleted, 88\.9% of all messages and tool calls\.\n1 session stays remembered, and so does every unlock\.$/,
      );
      const { aggregate, unlocked_count } = JSON.parse(
        readFileSync(join(home.path, DATA, 'scan_snapshot.json'), 'utf8'),
      );
      assert.deepEqual([aggregate.session_count, unlocked_count], [1, 3]);
    });

    it('names damaged files set aside earlier, in which what is forgotten still stands; so does reset', async () => {
      await run('scan');
      home.deleteSession('first');
      const aside = join(home.path, DATA, 'archive.damaged-2026-11-01T00-00-00-000Z.sqlite');
      writeFileSync(aside, 'what is left of it');
      for (const command of [
        ['forget', '--deleted', '--yes'],
        ['reset', '--yes'],
      ]) {
        terminal = new CapturedTerminal();
        assert.equal(await run(...command), 0, terminal.complaints.join());
        assert.deepEqual(terminal.output.split('\n').slice(-2), [
          'What was forgotten still stands in a damaged file set aside earlier; to be rid of it, delete:',
          `  ${aside}`,
        ]);
      }
    });

    it('says in words that there is nothing to forget', async () => {
      assert.equal(await run('forget', '--deleted', '--yes'), 0);
      assert.equal(
        terminal.output,
        'Hermes has deleted no session that is remembered. 2 sessions stay remembered.',
      );
    });

    it('prints how many were forgotten and how many are left with --json', async () => {
      await run('scan');
      home.deleteSession('first');
      assert.deepEqual(await json2('forget', '--deleted', '--yes'), { forgotten: 1, sessions_remembered: 1 });
      assert.deepEqual(await json2('forget', '--deleted', '--yes'), { forgotten: 0, sessions_remembered: 1 });
    });

    it('fails in one line, and forgets nothing, where the archive cannot be written', async () => {
      await run('scan');
      home.deleteSession('first');
      await run('scan');
      await makeNewer();
      assert.equal(await run('forget', '--deleted', '--yes'), 1);
      assert.match(terminal.complaints.at(-1)!, /^archive\.sqlite was written by a newer version/);
      assert.equal((await json2('status')).sessions_deleted, 1);
    });

    it('fails in one line that says what to do in a home without Hermes, and makes nothing there', async (t) => {
      const folder = TemporaryHome.emptyDirectory();
      t.after(() => rmSync(folder, { recursive: true }));
      for (const place of [folder, join(folder, 'none')])
        assert.equal(
          await commandLine(['forget', '--deleted', '--yes', '--home', place], terminal, WORKER_FILE),
          1,
        );
      assert.deepEqual(terminal.complaints, [
        `There is no ${join(folder, 'state.db')}: start Hermes once, or choose another home`,
        `There is no Hermes home at ${join(folder, 'none')}: start Hermes once, or choose another home`,
      ]);
      assert.deepEqual(readdirSync(folder), []);
    });

    it('asks for --deleted and --yes first', async () => {
      for (const argv of [[], ['--yes'], ['--deleted']]) assert.equal(await run('forget', ...argv), 2);
    });

    it('cannot go with --no-save', async () => {
      assert.equal(await run('forget', '--deleted', '--yes', '--no-save'), 1);
      assert.match(terminal.complaints[0]!, /--no-save/);
    });
  });

  describe('status of a place that cannot be read', () => {
    it('does not say that there was no error', async () => {
      writeFileSync(join(home.path, 'plugins'), 'a file');
      await run('status');
      assert.doesNotMatch(terminal.output, /none/);
      assert.match(terminal.output, /^Last error +not known$/m);
      assert.match(terminal.output, /^Unreadable +.*archive\.sqlite[\s\S]*plugins\/hermes-achievements/m);
    });
  });

  describe('reset', () => {
    it('forgets every unlock and the snapshot, and says what it leaves', async () => {
      await run('scan');
      home.deleteSession('first');
      await run('scan');
      terminal = new CapturedTerminal();
      assert.equal(await run('reset', '--yes'), 0);
      for (const file of ['state.json', 'scan_snapshot.json'])
        assert.equal(existsSync(join(home.path, DATA, file)), false, file);
      assert.match(terminal.output, /What is remembered of 2 sessions stays/);
      assert.equal((await json2('scan')).unlocked_count, 3);
    });

    it('prints how many sessions stay remembered with --json', async () => {
      await run('scan');
      assert.deepEqual(await json2('reset', '--yes'), { reset: true, sessions_remembered: 2 });
    });

    it('leaves unlocks alone that the archive would bring back', async () => {
      await run('scan');
      await makeNewer();
      assert.equal(await run('reset', '--yes'), 1);
      assert.equal(existsSync(join(home.path, DATA, 'state.json')), true);
    });

    it('asks for --yes first', async () => {
      assert.equal(await run('reset'), 2);
    });
  });

  it('sends no control sequence to a terminal, whatever stands in files, titles and paths', async () => {
    await run('scan');
    const path = join(home.path, DATA, 'scan_snapshot.json');
    const evil = '\\u001b[31mred\\u0007\\u009b\\u202e';
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll(/"(name|criteria|description)":"/g, `"$1":"${evil}`),
    );
    for (const argv of [
      ['list'],
      ['list', '--json'],
      ['show', 'let_him_cook'],
      ['session', 'first'],
      ['session', 'first', '--json'],
    ])
      assert.equal(await run(...argv), 0, terminal.complaints.join());
    assert.equal(await run('show', 'no\u001b[2Jbadge'), 1);
    assert.equal(await run('status', '--profile', '\u001b[2J'), 1);
    const said = [...terminal.printed, ...terminal.complaints].join('\n');
    assert.ok(said.includes('[31mred'));
    assert.doesNotMatch(said, /(?!\n)[\p{Cc}\u202a-\u202e]/u);
  });

  describe('a home that is not what it should be', () => {
    function at(path: string, ...argv: string[]): Promise<number> {
      return commandLine([...argv, '--home', path], terminal, WORKER_FILE);
    }

    it('is wrong usage where it is empty, as an unset variable leaves it, and nothing is reset', async () => {
      for (const argv of [['reset', '--yes'], ['status'], ['list']]) {
        assert.equal(await at('', ...argv), 2);
        assert.equal(await at(' ', ...argv), 2);
      }
      assert.match(terminal.complaints[0]!, /^--home is empty/);
      assert.equal(await run('reset', '--yes', '--profile', ''), 2);
    });

    it('makes status and reset fail in one line where it is mistyped, and nothing is made there', async () => {
      const empty = TemporaryHome.emptyDirectory();
      for (const argv of [['reset', '--yes'], ['status']])
        for (const path of [empty, join(empty, 'none')]) {
          terminal = new CapturedTerminal();
          assert.equal(await at(path, ...argv), 1);
          assert.equal(terminal.complaints.length, 1);
          assert.match(terminal.complaints[0]!, /^There is no Hermes h(ome|istory) at /);
        }
      assert.deepEqual(readdirSync(empty), []);
    });

    it('says so where it names state.db itself', async () => {
      for (const argv of [['scan'], ['session', 'first'], ['status'], ['reset', '--yes']]) {
        terminal = new CapturedTerminal();
        assert.equal(await at(home.databasePath, ...argv), 1);
        assert.deepEqual(terminal.complaints, [
          `${home.databasePath} is a file: the Hermes home is the folder that it is in, ${home.path}`,
        ]);
      }
    });

    it('leaves no lock behind where a history was never scanned and is reset', async () => {
      assert.equal(await run('reset', '--yes'), 0);
      assert.deepEqual(existsSync(join(home.path, 'plugins')), false);
    });
  });

  describe('with an old snapshot and a history that cannot be read', () => {
    beforeEach(async () => {
      await run('scan');
      const path = join(home.path, DATA, 'scan_snapshot.json');
      const snapshot = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...snapshot, generated_at: snapshot.generated_at - 9_000 }));
      home.rest();
      writeFileSync(home.databasePath, 'no database any more, however long one looks at it '.repeat(99));
      terminal = new CapturedTerminal();
    });

    it('list, show and export serve the snapshot, and say on stderr from when it is and why', async () => {
      for (const argv of [['list'], ['show', 'let_him_cook'], ['export', '--format', 'markdown']]) {
        terminal = new CapturedTerminal();
        assert.equal(await run(...argv), 0, terminal.complaints.join());
        assert.equal(terminal.complaints.length, 1);
        assert.match(
          terminal.complaints[0]!,
          /^These figures are of .*: .*state.db is not an SQLite database: put back a copy that is one, or choose another home$/,
        );
        assert.ok(terminal.output.length > 0);
      }
    });

    it('serves none that counts otherwise', async () => {
      assert.equal(await run('list', '--history', 'dashboard'), 1);
    });

    it('scan fails all the same', async () => {
      assert.equal(await run('scan'), 1);
    });
  });

  it('fails in one line where there is no Hermes home', async () => {
    const code = await commandLine(['scan', '--home', join(home.path, 'none')], terminal, WORKER_FILE);
    assert.equal(code, 1);
    assert.equal(terminal.complaints.length, 1);
    assert.match(terminal.complaints[0]!, /^There is no Hermes home at /);
  });

  it('fails in one line for a file that is no database', async () => {
    home.rest();
    writeFileSync(
      home.databasePath,
      'not a database, but long enough to be looked at as if it were one'.repeat(99),
    );
    assert.equal(await run('scan'), 1);
    assert.equal(terminal.complaints.length, 1);
    assert.match(terminal.complaints[0]!, /is not an SQLite database/);
  });

  it('reads the profile asked for', async () => {
    const profile = join(home.path, 'profiles', 'work');
    mkdirSync(profile, { recursive: true });
    symlinkSync(home.databasePath, join(profile, 'state.db'));
    assert.equal(await run('scan', '--profile', 'work'), 0);
    assert.ok(existsSync(join(profile, DATA, 'scan_snapshot.json')));
  });

  it('says so when there is no such profile', async () => {
    assert.equal(await run('scan', '--profile', '../..'), 1);
    assert.match(terminal.complaints[0]!, /^There is no profile/);
  });

  const WRONG: Record<string, string[]> = {
    'an unknown command': ['dance'],
    'an unknown option': ['scan', '--fast'],
    'a value that is none of those allowed': ['list', '--state', 'open'],
    'a number that is none': ['list', '--limit', 'all'],
    'a missing ID': ['show'],
    'two IDs': ['show', 'a', 'b'],
    'an export without a format': ['export'],
  };
  for (const [what, argv] of Object.entries(WRONG)) {
    it(`exits with 2 for ${what}`, async () => {
      assert.equal(await run(...argv), 2);
      assert.equal(terminal.printed.length, 0);
    });
  }

  for (const columns of [120, 80, 60, 40]) {
    it(`wraps no line of show, session and status at ${columns} columns`, async () => {
      home.addSession(
        { id: `20260101_120000_${'f'.repeat(12)}`, title: `✅ ❌ ${'很长的标题'.repeat(20)}` },
        [
          { content: 'error' },
          { role: 'assistant', tool_calls: JSON.stringify(Array(40).fill({ name: 'delegate_task' })) },
        ],
      );
      await run('scan', '--full');
      terminal = new CapturedTerminal({ columns });
      for (const argv of [
        ['show', 'subagent_commander'],
        ['show', 'let_him_cook'],
        ...CATALOGUE.filter(({ kind }) => kind === 'multi_condition').map(({ id }) => ['show', id]),
        ['session', `20260101_120000_${'f'.repeat(12)}`],
        ['status'],
      ])
        assert.equal(await run(...argv), 0, terminal.complaints.join());
      assertFits(columns);
      assert.ok(terminal.output.includes(`(20260101_120000_${'f'.repeat(12)})`));
    });
  }

  function assertFits(columns: number): void {
    for (const line of terminal.output.split('\n'))
      assert.ok(stringWidth(line) <= columns, `${stringWidth(line)} of ${columns}: ${line}`);
  }

  /** The archive, migrated by a version to come. */
  async function makeNewer(): Promise<void> {
    const { driver } = await loadDriver();
    const migrations = [...MIGRATIONS, () => undefined];
    const archive = new Archive(join(home.path, DATA, 'archive.sqlite'), driver, { write: true, migrations });
    archive.save({ memos: { generation: 3 } });
    archive.close();
  }

  /** A second question: what the first one printed is out of the way. */
  function json2(...argv: string[]) {
    terminal = new CapturedTerminal();
    return json(...argv);
  }
});
