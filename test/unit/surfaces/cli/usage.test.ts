import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import stringWidth from 'string-width';
import { commandLine } from '../../../../src/cli.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const MARCH = ['--since', '2026-03-01', '--until', '2026-03-31'];
const START = Date.parse('2026-03-02T10:00:00Z') / 1000;

describe('usage', () => {
  let home: TemporaryHome;
  let terminal: CapturedTerminal;
  const zone = process.env['TZ'];

  beforeEach(() => {
    process.env['TZ'] = 'UTC';
    home = TemporaryHome.create();
    terminal = new CapturedTerminal();
    home.addSession(
      {
        id: 'a',
        model: 'vendor/a, "the" first',
        source: 'cli',
        started_at: START,
        input_tokens: 1_234_567,
        output_tokens: 5,
        api_call_count: 3,
        estimated_cost_usd: 1.5,
        cwd: '/code/alpha',
      },
      [{ content: 'hello', timestamp: START }],
    );
    home.addSession({ id: 'b', model: 'vendor/b', source: 'cli', started_at: START + 60, input_tokens: 7 });
  });
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    home.remove();
  });

  function run(...args: string[]): Promise<number> {
    return commandLine(['usage', ...args, '--home', home.path], terminal, WORKER_FILE);
  }

  it('prints a table with all of it in its last line, and what is to be said beside it', async () => {
    terminal = new CapturedTerminal({ columns: 200 });
    assert.equal(await run(...MARCH, '--by', 'model'), 0, terminal.complaints.join());
    const lines = terminal.output.split('\n');
    assert.match(lines[0]!, /^Model +Sessions +Calls +Input /);
    assert.match(lines[1]!, /^a, "the" first +1 +3 +1,234,567 .* \$1\.50/);
    assert.match(lines[2]!, /^b .* 7 not priced$/);
    assert.match(lines[3]!, /^All +2 /);
    assert.match(terminal.output, /^2026-03-01 to 2026-03-31, UTC: all work/m);
    assert.match(terminal.output, /^Estimates are Hermes' own/m);
    assert.match(terminal.output, /^Not priced: 7 tokens of 1 session/m);
    assert.match(terminal.output, /^Auxiliary models are not recorded by this Hermes\.$/m);
    assert.doesNotMatch(terminal.output, /\$0\.00/);
  });

  it('fits any terminal from 40 columns on', async () => {
    for (const columns of [40, 60, 80, 120, 200]) {
      terminal = new CapturedTerminal({ columns });
      assert.equal(await run(...MARCH, '--by', 'model'), 0);
      for (const line of terminal.output.split('\n'))
        assert.ok(stringWidth(line) <= columns, `${columns}: ${line}`);
      assert.match(terminal.output, /1,234,572|1\.2M/);
      assert.match(terminal.output, /\$1\.50/);
      assert.match(terminal.output, /^b .*not priced$/m);
    }
  });

  it('prints exactly the report with --json, and rows with --format csv', async () => {
    assert.equal(await run(...MARCH, '--json'), 0);
    const report = JSON.parse(terminal.output);
    assert.deepEqual(Object.keys(report), ['range', 'by', 'rows', 'totals', 'activity']);
    assert.equal(report.totals.total, 1_234_579);
    terminal = new CapturedTerminal();
    assert.equal(await run(...MARCH, '--by', 'model', '--format', 'csv'), 0);
    assert.deepEqual(terminal.output.split('\n'), [
      'model,sessions,api_calls,input,output,cache_read,cache_write,reasoning,total,actual,estimated,included_sessions,unpriced_sessions,unpriced_tokens',
      '"a, ""the"" first",1,3,1234567,5,0,0,0,1234572,,1.5,0,0,0',
      'b,1,0,7,0,0,0,0,7,,,0,1,7',
    ]);
  });

  it('says that there is no data where there is none', async () => {
    assert.equal(await run('--source', 'nowhere'), 0);
    assert.match(terminal.output, /^No data\.\n/);
  });

  it('takes days that are some, in their order, and groupings that there are', async () => {
    const wrong = [
      ['--since', '2026-02-30'],
      ['--until', 'today'],
      ['--since', '2026-03-02', '--until', '2026-03-01'],
      ['--by', 'hour'],
      ['--format', 'xml'],
    ];
    for (const args of wrong) assert.equal(await run(...args), 2, args.join(' '));
  });

  it('writes nothing with --no-save', async () => {
    assert.equal(await run(...MARCH, '--no-save'), 0);
    assert.equal(existsSync(join(home.path, 'plugins')), false);
  });

  it('tells what is remembered where the history cannot be read, and fails where nothing is', async () => {
    assert.equal(await run(...MARCH, '--json'), 0);
    const before = terminal.output;
    home.rest();
    rmSync(home.databasePath);
    terminal = new CapturedTerminal();
    assert.equal(await run(...MARCH, '--json'), 0);
    assert.equal(terminal.output, before);
    assert.match(terminal.complaints.join(), /as they were last seen/);
    rmSync(join(home.path, 'plugins'), { recursive: true });
    assert.equal(await run(...MARCH), 1);
  });
});
