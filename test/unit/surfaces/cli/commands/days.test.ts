import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import stringWidth from 'string-width';
import { isoOfDay } from '../../../../../src/calendar/isoDay.ts';
import { localDayOf } from '../../../../../src/calendar/localDay.ts';
import { spanBefore } from '../../../../../src/calendar/spans.ts';
import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';

const DAY_SECONDS = 86_400;
/** Noon of a day long ago, by a clock that is never far from UTC. */
const noon = (iso: string): number => Date.parse(`${iso}T12:00:00Z`) / 1000;
const calls = (count: number, name = 'delegate_task') => JSON.stringify(Array(count).fill({ name }));

describe('on the command line', () => {
  let home: TemporaryHome;
  let terminal: CapturedTerminal;

  beforeEach(() => {
    home = TemporaryHome.create();
  });
  afterEach(() => home.remove());

  async function run(argv: readonly string[], columns = 80): Promise<number> {
    terminal = new CapturedTerminal({ columns });
    return commandLine([...argv, '--home', home.path], terminal, WORKER_FILE);
  }

  async function said(argv: readonly string[], columns = 80): Promise<string> {
    assert.equal(await run(argv, columns), 0, terminal.complaints.join());
    return terminal.output;
  }

  /** Three days of work in March 2026, one in April. */
  function work(): void {
    for (const [index, day] of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-04-20'].entries())
      home.addSession(
        {
          id: `2026_session_${index}_with_a_long_id`,
          title: `数える ${'A long title that goes on '.repeat(4)}`,
          started_at: noon(day),
          model: 'vendor/a-model-with-quite-a-long-name-of-its-own',
          cwd: '/home/somebody/projects/one/that/lies/deep/below/others',
        },
        [
          { role: 'user', timestamp: noon(day) + 1, content: 'please' },
          { role: 'assistant', timestamp: noon(day) + 2, content: `done ${index}`, tool_calls: calls(6) },
        ],
      );
  }

  describe('activity', () => {
    it('tells sums, streaks and months of a year', async () => {
      work();
      const text = await said(['activity', '--year', '2026'], 120);
      assert.match(text, /^2026: 8 messages, 24 tool calls in 4 new sessions, on 4 days$/m);
      assert.match(text, /^Streak: 0 days now; 3 at most, 2026-03-03 to 2026-03-05$/m);
      assert.match(text, /^2026-03 +3 +3 +6 +18$/m);
      assert.match(text, /^2026-04 +1 +1 +2 +6$/m);
      assert.match(text, /^Tuesday .* 1$/m);
    });

    it('is only JSON with --json: each day of the year', async () => {
      work();
      const activity = JSON.parse(await said(['activity', '--year', '2026', '--json']));
      assert.deepEqual(
        activity.days.map(({ day, messages }: { day: string; messages: number }) => [day, messages]),
        [
          ['2026-03-03', 2],
          ['2026-03-04', 2],
          ['2026-03-05', 2],
          ['2026-04-20', 2],
        ],
      );
    });

    it('says of a year without anything which days the history is of', async () => {
      work();
      assert.match(
        await said(['activity', '--year', '2020']),
        /^Nothing happened in 2020: this history is of 2026-03-03 to 2026-04-20\.$/m,
      );
    });

    it('says of what has no date, and of a clock that was wrong, that it is so', async () => {
      home.addSession({ id: 'a', started_at: null }, [{ role: 'user', content: 'hi', timestamp: null }]);
      assert.equal(
        await said(['activity', '--year', '2026']),
        'Nothing happened in 2026.\n1 session without a date: on no day, and in no sum of days.',
      );
      work();
      home.addSession({ id: 'b', started_at: noon('2091-05-04') }, [
        { role: 'user', content: 'hi', timestamp: noon('2091-05-04') },
      ]);
      const text = await said(['activity', '--year', '2026'], 200);
      assert.match(text, /^Some days are still to come, up to 2091-05-04: a clock was wrong/m);
      assert.match(text, /3 at most, 2026-03-03/);
    });
  });

  describe('recap', () => {
    it('tells a range against the days before it', async () => {
      work();
      const text = await said(['recap', '--since', '2026-03-05', '--until', '2026-03-05']);
      assert.match(text, /^2026-03-05 to 2026-03-05, against 2026-03-04 to 2026-03-04$/m);
      assert.match(text, /^Messages +2 +2 +±0%$/m);
      assert.match(text, /^Folder +Messages\n\/home\/somebody\/projects\S+ +2$/m);
    });

    it('tells what was unlocked or rose by its real day', async () => {
      work();
      const text = await said(['recap', '--since', '2026-03-01', '--until', '2026-03-04']);
      assert.match(text, /^Subagent Commander +Copper +2026-03-03$/m);
      const later = await said(['recap', '--since', '2026-04-01', '--until', '2026-04-30']);
      assert.doesNotMatch(later, /Copper/);
    });

    it('is of the last whole week unless told otherwise', async () => {
      work();
      const lastWeek = (): string => isoOfDay(spanBefore('week', localDayOf(Date.now() / 1000)).since);
      const before = lastWeek();
      const { kind, since } = JSON.parse(await said(['recap', '--json'])).period;
      assert.equal(kind, 'week');
      assert.ok([before, lastWeek()].includes(since), since);
      assert.equal(JSON.parse(await said(['recap', '--last', 'YEAR', '--json'])).period.kind, 'year');
    });

    it('is a document of each format', async () => {
      work();
      const of = (...more: string[]) =>
        said(['recap', '--since', '2026-03-01', '--until', '2026-03-31', ...more]);
      assert.match(await of('--format', 'md'), /^# Recap\n/);
      assert.match(await of('--format', 'svg'), /^<svg [\s\S]*<\/svg>$/);
      assert.doesNotMatch(terminal.output, /数える|somebody/);
      assert.match(await of('--format', 'svg', '--names'), /数える/);
      assert.deepEqual(JSON.parse(await of('--format', 'json')), JSON.parse(await of('--json')));
    });

    it('of an empty time says which days the history is of', async () => {
      work();
      assert.match(
        await said(['recap', '--since', '2025-01-01', '--until', '2025-02-01'], 200),
        /^Nothing happened in this time: this history is of 2026-03-03 to 2026-04-20\.$/m,
      );
    });

    for (const wrong of [
      ['--last', 'week', '--since', '2026-01-01'],
      ['--since', '2026-02-30'],
      ['--since', '2026-02-02', '--until', '2026-02-01'],
      ['--format', 'pdf'],
    ])
      it(`takes no ${wrong.join(' ')}`, async () => {
        assert.equal(await run(['recap', ...wrong]), 2);
        assert.equal(terminal.complaints.length, 1);
      });
  });

  it('a year is one of four digits', async () => {
    assert.equal(await run(['activity', '--year', '0']), 2);
    assert.equal(await run(['activity', '--year', '20260']), 2);
  });

  it('no history ends both commands with one line, and what is remembered is told where a history went', async () => {
    for (const name of ['activity', 'recap']) {
      terminal = new CapturedTerminal();
      const nowhere = TemporaryHome.emptyDirectory();
      assert.equal(await commandLine([name, '--home', nowhere], terminal, WORKER_FILE), 1);
      assert.equal(terminal.complaints.length, 1);
    }
    work();
    await said(['activity']);
    home.rest();
    writeFileSync(home.databasePath, 'no database at all');
    assert.match(await said(['activity', '--year', '2026']), /^2026: 8 messages/m);
    assert.match(terminal.complaints[0]!, /^These figures are as they were last seen: /);
  });

  it('no line of either is wider than the terminal, down to 40 columns', async () => {
    work();
    for (const columns of [40, 52, 64, 80, 120])
      for (const argv of [
        ['activity', '--year', '2026'],
        ['activity', '--year', '2020'],
        ['recap', '--since', '2026-03-01', '--until', '2026-04-30'],
        ['recap', '--since', '2025-03-01', '--until', '2025-04-30'],
      ])
        for (const line of (await said(argv, columns)).split('\n'))
          assert.ok(stringWidth(line) <= columns, `${columns}: ${line}`);
  });

  describe('list and show', () => {
    /** So many voice calls a day, on each of the last days. @returns now */
    function speak(days: number, aDay: number): number {
      const now = Math.floor(Date.now() / 1000);
      for (let ago = days - 1; ago >= 0; ago--) {
        const at = now - ago * DAY_SECONDS;
        home.addSession({ id: `voice-${ago}`, started_at: at }, [
          { role: 'assistant', timestamp: at, content: `${ago}`, tool_calls: calls(aDay, 'tts') },
        ]);
      }
      return now;
    }

    it('tell the days on which tiers were reached, and about how long the next one takes', async () => {
      const now = speak(15, 1);
      const shown = await said(['show', 'Voice Of The Machine']);
      const reached = isoOfDay(localDayOf(now - 5 * DAY_SECONDS));
      assert.match(shown, new RegExp(`^Voice Of The Machine .*unlocked, Copper on ${reached}$`, 'm'));
      assert.match(shown, /^About 30 days at your pace of the last 30, 0\.5 a day\.$/m);
      assert.match(shown, new RegExp(`● Copper +10 +${reached}$`, 'm'));
      assert.match(shown, /○ Silver +30$/m);
      assert.match(shown, /^Noticed on \d{4}-\d\d-\d\d \d\d:\d\d\.$/m);
      const { achievements } = JSON.parse(await said(['list', '--json']));
      const voice = achievements.find(({ id }: { id: string }) => id === 'voice_of_the_machine');
      assert.deepEqual(voice.pace, { a_day: 0.5, days: 30 });
      assert.deepEqual(voice.reached, [{ tier: 'Copper', day: reached }]);
      const table = await said(['list'], 200);
      assert.match(
        table,
        new RegExp(`^Voice Of The Machine .* ${reached} .* ~30 days +voice_of_the_machine$`, 'm'),
      );
    });

    it('tell no pace from a history of less than seven days', async () => {
      speak(5, 1);
      assert.doesNotMatch(await said(['show', 'voice_of_the_machine']), /About/);
      const { achievements } = JSON.parse(await said(['list', '--json']));
      assert.ok(achievements.every((badge: object) => !('pace' in badge)));
    });
  });
});
