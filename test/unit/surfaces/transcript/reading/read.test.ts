import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import type { SqliteDriver } from '../../../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import type { Transcript } from '../../../../../src/surfaces/transcript/document.ts';
import {
  readTranscriptDocument,
  type TranscriptQuestion,
} from '../../../../../src/surfaces/transcript/reading/read.ts';
import type { DocumentLimits } from '../../../../../src/surfaces/transcript/rendering/transcriptDocument.ts';
import { SMALLEST_SCHEMA, TemporaryHome } from '../../../../support/temporaryHome.ts';
import { ENGLISH } from '../englishWords.ts';

const CALL = '[{"function": {"name": "terminal", "arguments": "{\\"command\\": \\"ls ~/a/b.py\\"}"}}]';

describe('a transcript', () => {
  let driver: SqliteDriver;
  let home: TemporaryHome;

  before(async () => {
    ({ driver } = await loadDriver());
  });
  beforeEach(() => {
    home = TemporaryHome.create();
  });
  afterEach(() => home.remove());

  function read(session: string, badge: string | null = null, limits?: DocumentLimits): Transcript {
    const question: TranscriptQuestion = { home: home.path, session, badge, words: ENGLISH };
    const transcript = readTranscriptDocument(question, driver, limits);
    assert.ok(transcript);
    return transcript;
  }

  function highlighted({ text, matches }: Transcript): string[] {
    const lines = text.split('\n');
    return Array.from({ length: matches.length / 4 }, (_, index) => {
      const [line, start, endLine, end] = matches.subarray(index * 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      if (line === endLine) return lines[line]!.slice(start, end);
      return [lines[line]!.slice(start), lines[endLine]!.slice(0, end)].join('\n');
    });
  }

  it('begins with what is known of the session', () => {
    const session = home.addSession({
      title: 'Ship it',
      source: 'cli',
      model: 'claude-x',
      cwd: '/srv/app',
      git_branch: 'main',
      input_tokens: 1200,
      output_tokens: 34,
      actual_cost_usd: 0.5,
    });
    const { text } = read(session);
    const wanted = ['# `Ship it`', '/srv/app', 'main', 'claude-x', 'cli', '1,200 in, 34 out', '$0.50'];
    assert.deepEqual(
      wanted.filter((part) => !text.includes(part)),
      [],
    );
  });

  it('is there for the smallest schema too', () => {
    home.remove();
    home = TemporaryHome.create({ schema: SMALLEST_SCHEMA });
    assert.match(read(home.addSession()).text, /Messages +0/);
  });

  it('shows messages by role in order, compacted ones marked, rewound ones not', () => {
    const session = home.addSession({}, [
      { role: 'user', content: 'old' },
      { role: 'assistant', content: 'taken back' },
      { role: 'assistant', content: 'new' },
    ]);
    home.compact(1);
    home.rewind(2);
    const headings = read(session)
      .text.split('\n')
      .filter((line) => line.startsWith('## '));
    assert.deepEqual(
      headings.map((line) => line.replace(/\d{4}-.{14}/, 'TIME')),
      ['## 1 · User · TIME · compacted away', '## 2 · Assistant · TIME'],
    );
  });

  it('folds calls and results, from the line that names the tool', () => {
    const session = home.addSession({}, [
      { role: 'assistant', content: 'look', tool_calls: CALL },
      { role: 'tool', content: 'a\nb', tool_name: 'terminal' },
    ]);
    const { text, folds } = read(session);
    const lines = text.split('\n');
    assert.deepEqual(
      Array.from(folds, (line) => lines[line]?.replace(/\d{4}-.{14}/, 'TIME')),
      [
        'Called `terminal` · 1 line, 26 characters',
        '```',
        '2 · Result of `terminal` · TIME · 2 lines, 3 characters',
        '```',
      ],
    );
  });

  it('highlights the words that count for the badge', () => {
    const session = home.addSession({}, [{ content: 'an Error\nand a failure, no errors' }]);
    assert.deepEqual(highlighted(read(session, 'red_text_connoisseur')), ['Error', 'failure']);
  });

  it('highlights the tools of calls, not of their results', () => {
    const session = home.addSession({}, [
      { role: 'assistant', tool_calls: CALL, content: 'terminal' },
      { role: 'tool', content: 'terminal', tool_name: 'terminal' },
    ]);
    assert.deepEqual(highlighted(read(session, 'terminal_goblin')), ['terminal']);
  });

  it('highlights paths in texts and in calls', () => {
    const session = home.addSession({}, [{ role: 'assistant', content: 'in ./x.ts', tool_calls: CALL }]);
    assert.deepEqual(highlighted(read(session, 'vibe_architect')), ['./x.ts', '~/a/b.py']);
  });

  it('highlights the model where models count, the beginning where hours do', () => {
    const session = home.addSession({ model: 'gpt-x' });
    assert.deepEqual(highlighted(read(session, 'multi_model_mage')), ['gpt-x']);
    assert.match(highlighted(read(session, 'night_shift_operator'))[0] ?? '', /^\d{4}-\d\d-\d\d \d\d:/);
  });

  it('highlights every message where messages count', () => {
    const session = home.addSession({}, [{ role: 'user' }, { role: 'odd' }]);
    assert.deepEqual(highlighted(read(session, 'supposed_to_be_quick')), ['User', 'odd']);
  });

  it('says how many places counted, and how to get to the next', () => {
    const session = home.addSession({}, [{ content: 'error failed' }]);
    assert.match(
      read(session, 'red_text_connoisseur').text,
      /^2 places that counted for Red Text Connoisseur are highlighted\. F8 goes to the next\.$/m,
    );
  });

  it('says of a single place that it is one', () => {
    const session = home.addSession({}, [{ content: 'an error' }]);
    assert.match(
      read(session, 'red_text_connoisseur').text,
      /^1 place that counted for Red Text Connoisseur is highlighted\.$/m,
    );
  });

  it('says in words why a session ended, and what is not known as Hermes does', () => {
    const known = home.addSession({ end_reason: 'new_session' });
    const unknown = home.addSession({ end_reason: 'solar_flare' });
    assert.match(read(known).text, /^Ended +new session started$/m);
    assert.match(read(unknown).text, /^Ended +solar_flare$/m);
  });

  it('puts what is known of the session below each other, though Chinese labels are wider', () => {
    const chinese = { ...ENGLISH, labels: { ...ENGLISH.labels, session: '会话的标识', source: 'Git 分支' } };
    const session = home.addSession({ id: 'one', source: 'cli' });
    const question = { home: home.path, session, badge: null, words: chinese };
    const lines = readTranscriptDocument(question, driver)!.text.split('\n');
    const widthBefore = (value: string, wide: number): number =>
      lines.find((line) => line.endsWith(` ${value}`))!.indexOf(value) + wide;
    assert.equal(widthBefore('one', 5), widthBefore('cli', 2));
  });

  it('counts lines and characters of what was called, one as one', () => {
    const call = (text: string) => JSON.stringify([{ name: 'terminal', arguments: text }]);
    const session = home.addSession({}, [
      { role: 'assistant', tool_calls: call('a'.repeat(35)) },
      { role: 'assistant', tool_calls: call('a\nb') },
      { role: 'assistant', tool_calls: call('a') },
    ]);
    const called = read(session)
      .text.split('\n')
      .filter((line) => line.startsWith('Called'));
    assert.deepEqual(called, [
      'Called `terminal` · 1 line, 35 characters',
      'Called `terminal` · 2 lines, 3 characters',
      'Called `terminal` · 1 line, 1 character',
    ]);
  });

  it('keeps what surrounds a match in a text that is cut, and says what it leaves out', () => {
    const session = home.addSession({}, [{ content: `${'x '.repeat(50_000)}error${' y'.repeat(50_000)}` }]);
    const limits = { comfortable: 5000, most: 9000, matches: 10 };
    const transcript = read(session, 'red_text_connoisseur', limits);
    assert.deepEqual(highlighted(transcript), ['error']);
    assert.match(transcript.text, /\[… left out here: 97,300 characters …\]/);
    assert.ok(transcript.text.length < 9000);
  });

  it('leaves out messages of a long session, those without a match first', () => {
    const contents = Array.from({ length: 60 }, (_, index) => ({
      content: index === 50 ? 'an error' : 'calm',
    }));
    const session = home.addSession({}, contents);
    const transcript = read(session, 'red_text_connoisseur', { comfortable: 1000, most: 5000, matches: 10 });
    assert.deepEqual(highlighted(transcript), ['error']);
  });

  it('says at its top how much of a long session is left out, and nothing where nothing is', () => {
    const many = Array.from({ length: 60 }, () => ({ content: 'calm' }));
    const session = home.addSession({}, [{ content: 'x'.repeat(5000) }, ...many]);
    const { text } = read(session, 'red_text_connoisseur', { comfortable: 1000, most: 5000, matches: 10 });
    const top = text.slice(0, text.indexOf('## 1'));
    assert.match(
      top,
      / This session is too long to be shown whole\. Left out: \d\d messages, 4,\d{3} characters\.$/m,
    );
    assert.doesNotMatch(read(session, 'red_text_connoisseur').text, /too long/);
  });

  it('counts places beyond those that are highlighted', () => {
    const session = home.addSession({}, [{ content: 'error '.repeat(30) }]);
    const transcript = read(session, 'red_text_connoisseur', { comfortable: 5000, most: 9000, matches: 10 });
    assert.deepEqual([transcript.found, transcript.matches.length / 4], [30, 10]);
    assert.match(
      transcript.text,
      /^30 places counted for .*; the first 10 are highlighted\. F8 goes to the next\.$/m,
    );
  });

  it('has nothing of the history outside fences and code spans', () => {
    const hostile = '[x](command:evil) <img src=x> `` ``` `\n````\n# Heading\n```text\n\u202e\x1b[2J';
    const session = home.addSession({ title: hostile, model: hostile, cwd: hostile }, [
      { role: hostile, content: hostile, tool_name: hostile },
      { role: 'tool', content: hostile, tool_name: hostile },
      { role: 'assistant', tool_calls: JSON.stringify([{ name: hostile, arguments: hostile }]) },
    ]);
    const outside = withoutCode(read(session, 'let_him_cook').text);
    assert.doesNotMatch(outside, /command|img|Heading|\u202e|\p{Cc}(?<!\n)/u);
  });

  it('is undefined for a session that does not exist', () => {
    const question = { home: home.path, session: "' OR 1=1 --", badge: null, words: ENGLISH };
    assert.equal(readTranscriptDocument(question, driver), undefined);
  });
});

/** What of a document is Markdown: its lines outside fences, without their code spans. */
function withoutCode(text: string): string {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const found = /^ {0,3}(`{3,})(.*)$/.exec(line);
    if (fence === undefined && found) fence = found[1];
    else if (fence !== undefined) {
      if (found && found[1]!.length >= fence.length && found[2]!.trim() === '') fence = undefined;
    } else outside.push(line.replace(/`[^`]*`/g, ''));
  }
  assert.equal(fence, undefined);
  return outside.join('\n');
}
