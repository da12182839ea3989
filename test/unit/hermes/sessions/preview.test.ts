import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { NO_ROWS } from '../../../../src/hermes/changes/digest.ts';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { completeSession, type SessionHeader } from '../../../../src/hermes/sessions/header.ts';
import { previewOf } from '../../../../src/hermes/sessions/preview.ts';
import { type MessageCells, SMALLEST_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

describe('a preview', () => {
  it('shows up to 60 code points whole, and more cut to 60', () => {
    assert.equal(previewOf('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(previewOf('x'.repeat(61)), `${'x'.repeat(60)}...`);
    assert.equal(previewOf('😀'.repeat(61)), `${'😀'.repeat(60)}...`);
  });

  it('turns each line break into a space', () => {
    assert.equal(previewOf('a\r\nb\nc'), 'a  b c');
  });

  it('trims after cutting to 63 code points', () => {
    assert.equal(previewOf(`${'x'.repeat(60)}   tail`), 'x'.repeat(60));
    assert.equal(previewOf(`   ${'x'.repeat(60)}tail`), 'x'.repeat(60));
  });

  it('passes over a summary, and shows what was said beside one', () => {
    const summary = '[CONTEXT SUMMARY]: what was';
    const end = '--- END OF CONTEXT SUMMARY — respond to the message below, not the summary above ---';
    assert.equal(previewOf(summary), undefined);
    assert.equal(previewOf(`${summary} ${end} \n`), undefined);
    assert.equal(previewOf(`${summary} ${end}\n\nasked\nhere`), 'asked here');
    assert.equal(previewOf(`asked [END OF PRIOR CONTEXT — COMPACTION SUMMARY BELOW] ${summary}`), 'asked');
  });

  it('ends at a NUL', () => {
    assert.equal(previewOf('a\0b'), 'a');
    assert.equal(previewOf('\0json:[1]'), '');
  });

  const scaffold = (name: string, more: string) =>
    `[IMPORTANT: The user has invoked the ${name} skill. The full skill content is loaded below.]\n${more}`;
  const instruction = (text: string) =>
    `The user has provided the following instruction alongside the skill invocation: ${text}`;

  it("shows a skill's scaffold as its command and what was said with it", () => {
    assert.equal(previewOf(scaffold('"work"', instruction('fix\n  it'))), '/work — fix it');
    assert.equal(previewOf(scaffold('" /work "', 'body')), '/work');
    assert.equal(previewOf(scaffold('work', instruction('only words'))), 'only words');
    assert.equal(previewOf(scaffold('"a"', `${instruction('first')} ${instruction('last')}`)), '/a — last');
    assert.equal(previewOf(scaffold('"a"', instruction(' '))), '/a');
    const bare = scaffold('work', 'body').replace('\n', ' ');
    assert.equal(previewOf(scaffold('work', 'body')), `${bare.slice(0, 60)}...`);
  });

  it('reads a long scaffold from both ends only', () => {
    const body = 'body '.repeat(300);
    assert.equal(previewOf(scaffold('"w"', body + instruction('at the end'))), '/w — at the end');
    assert.equal(
      previewOf(scaffold('"w"', instruction('hidden') + body)),
      `/w — ${`hidden${body}`.slice(0, 55)}...`,
    );
    assert.equal(previewOf(scaffold('"w"', body + instruction('middle') + body)), '/w');
  });

  it('takes no instruction from a bundle of skills', () => {
    const bundle = scaffold('"/a /b"', instruction('not this')).replace(
      ' skill.',
      ' skill bundle, loading 2.',
    );
    assert.equal(previewOf(bundle), '/a /b');
  });

  it('trims the white space that Python knows', () => {
    assert.equal(previewOf('\x1c\x85\u3000 a\u2028'), 'a');
    assert.equal(previewOf('\ufeffa'), '\ufeffa');
  });
});

describeWithEachDriver('the preview of a session', (driver) => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create();
  });

  afterEach(() => home.remove());

  function previewAfter(...messages: MessageCells[]): string {
    const id = home.addSession({}, messages);
    const database = SessionDatabase.open(home.path, driver);
    try {
      return database.preview(id);
    } finally {
      database.close();
    }
  }

  it('is its first user message by time', () => {
    const messages = [
      { role: 'assistant', content: 'no', timestamp: 1 },
      { role: 'user', content: null, timestamp: 2 },
      { role: 'user', content: 'later', timestamp: 9 },
      { role: 'user', content: 'first', timestamp: 3 },
    ];
    assert.equal(previewAfter(...messages), 'first');
  });

  it('is empty without a user message', () => {
    assert.equal(previewAfter({ role: 'tool', content: 'no' }), '');
  });

  it('is empty for structured content, which begins with NUL', () => {
    assert.equal(previewAfter({ content: '\0json:[{"text":"hi"}]' }), '');
  });

  it('may come from a rewound message', () => {
    assert.equal(previewAfter({ content: 'undone', active: 0 }), 'undone');
  });

  it('passes over hidden rows, and over summaries', () => {
    const hidden = { content: 'hidden', display_kind: 'hidden' };
    const summary = { content: '[CONTEXT SUMMARY]: x' };
    assert.equal(previewAfter(hidden, summary, { content: 'said', display_kind: 'steer' }), 'said');
    assert.equal(previewAfter(hidden, summary), '');
  });

  it('decodes a BLOB', () => {
    assert.equal(previewAfter({ content: Buffer.from('blob') }), 'blob');
  });

  it('is empty in the smallest schema', () => {
    home.remove();
    home = TemporaryHome.create({ schema: SMALLEST_SCHEMA });
    assert.equal(previewAfter({}), '');
  });
});

describe('a session to show', () => {
  const header: SessionHeader = {
    id: 's',
    source: null,
    model: null,
    title: null,
    createdSource: null,
    startedAt: 5,
    endedAt: null,
    lastActivityAt: null,
    endReason: null,
    parent: null,
    sessionKey: null,
    marks: null,
    archived: false,
    hidden: false,
    cwd: null,
    repoRoot: null,
    repaired: false,
  };

  it('is called by its title, else by its preview, else Untitled', () => {
    assert.equal(completeSession({ ...header, title: 'T' }, NO_ROWS, () => 'P').title, 'T');
    assert.equal(completeSession({ ...header, title: '' }, NO_ROWS, () => 'P').title, 'P');
    assert.equal(completeSession(header, NO_ROWS, () => '').title, 'Untitled');
  });

  it('was last active with its last message, else when it began', () => {
    assert.equal(completeSession(header, { ...NO_ROWS, lastTimestamp: 9 }, () => '').lastActive, 9);
    assert.equal(completeSession(header, NO_ROWS, () => '').lastActive, 5);
  });
});
