import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import type { RowRange } from '../../../../../src/hermes/messages/rows/reader.ts';
import { SHORT_TEXT_BYTES } from '../../../../../src/hermes/messages/text.ts';
import { SessionDatabase } from '../../../../../src/hermes/sessionDatabase.ts';
import {
  FULL_SCHEMA,
  type MessageCells,
  SMALLEST_SCHEMA,
  TemporaryHome,
  type TemporaryHomeOptions,
} from '../../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../../eachDriver.ts';

/** Beyond the length up to which texts are read as strings. */
const LONG = SHORT_TEXT_BYTES + 1000;

describeWithEachDriver('the rows of a session', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase | undefined;

  beforeEach(() => {
    home = TemporaryHome.create();
  });

  afterEach(() => {
    database?.close();
    database = undefined;
    home.remove();
  });

  function open(): SessionDatabase {
    database ??= SessionDatabase.open(home.path, driver);
    return database;
  }

  function recreate(options: TemporaryHomeOptions): void {
    home.remove();
    home = TemporaryHome.create(options);
  }

  function textsOf(id: string, range: RowRange = {}): string[] {
    return Array.from(open().messages.rows(id, range, null), ({ text }) => Buffer.from(text).toString());
  }

  /** The bytes of the only message, and how many rows had to be repaired. */
  function readOne(cells: MessageCells): { bytes: number[]; repairs: number } {
    const id = home.addSession({}, [cells]);
    const repairsBefore = open().messages.repairs;
    const bytes: number[] = [];
    for (const { text } of open().messages.rows(id, {}, null)) bytes.push(...text);
    return { bytes, repairs: open().messages.repairs - repairsBefore };
  }

  function bytesOf(text: string): number[] {
    return [...Buffer.from(text)];
  }

  it('hold long texts and calls at ids above 2^53 and at their neighbours', () => {
    const id = home.addSession({ id: 'far' });
    const tool_calls = JSON.stringify([{ name: 'terminal', arguments: 'x'.repeat(2 * LONG) }]);
    for (const [index, rowId] of [2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 53n + 2n, 2n ** 62n + 3n].entries())
      home.sql
        .prepare(
          "INSERT INTO messages (id, session_id, role, timestamp, content, tool_calls) VALUES (?, ?, 'assistant', 1750000000, ?, ?)",
        )
        .run(rowId, id, `${index}`.repeat(70_000), tool_calls);
    const read = Array.from(open().messages.rows(id, {}, null), ({ text, callNames }) => [
      text.length,
      String.fromCharCode(text[0]!),
      ...callNames,
    ]);
    assert.deepEqual(
      read,
      ['0', '1', '2', '3'].map((first) => [70_000, first, 'terminal']),
    );
  });

  it('hold what is counted, and what tells whether it counts', () => {
    const tool_calls = '[{"function": {"name": "terminal"}}]';
    const id = home.addSession({}, [
      {
        role: 'assistant',
        content: 'héllo',
        tool_name: 'read',
        tool_calls,
        timestamp: 7.5,
        message_uid: 'u1',
      },
    ]);
    const [message] = Array.from(open().messages.rows(id, {}, null), (read) => ({
      ...read,
      text: Buffer.from(read.text).toString(),
    }));
    assert.deepEqual(message, {
      id: 1,
      timestamp: 7.5,
      isResult: false,
      text: 'héllo',
      toolName: 'read',
      callNames: ['terminal'],
      dashboardNames: ['terminal'],
      callsJson: tool_calls,
      namesAlike: true,
      isLive: true,
      isMarked: false,
      mayCarry: false,
      isDamaged: false,
      uid: 'u1',
    });
    assert.equal(open().messages.repairs, 0);
  });

  it('come by id, whatever their timestamps say', () => {
    const id = home.addSession({}, [
      { content: 'a', timestamp: 3 },
      { content: 'b', timestamp: 1 },
      { content: 'c', timestamp: 2 },
    ]);
    assert.deepEqual(textsOf(id), ['a', 'b', 'c']);
  });

  it('are those of that session alone', () => {
    const a = home.addSession({ id: 'a' }, [{ content: 'mine' }]);
    home.addSession({ id: 'b' }, [{ content: 'theirs' }]);
    assert.deepEqual(textsOf(a), ['mine']);
    assert.deepEqual(textsOf('missing'), []);
  });

  it('are all of them, whatever their state, and say which are live', () => {
    const id = home.addSession({}, [{ content: 'folded' }, { content: 'taken back' }, { content: 'live' }]);
    home.compact(1);
    home.rewind(2);
    const states = Array.from(open().messages.rows(id, {}, null), ({ isLive }) => isLive);
    assert.deepEqual(states, [false, false, true]);
  });

  it('are live where the schema tells nothing else', () => {
    recreate({ schema: { ...FULL_SCHEMA, messages: ['content TEXT'] } });
    const id = home.addSession({}, [{ content: 'a' }, { content: 'b' }]);
    const states = Array.from(open().messages.rows(id, {}, null), ({ isLive }) => isLive);
    assert.deepEqual(states, [true, true]);
  });

  it('may carry a summary where Hermes says so, or their text looks like it', () => {
    const id = home.addSession({}, [
      { content: 'a', _compressed_summary: 1 },
      { content: ' \n[CONTEXT SUMMARY]: a' },
      { content: '[CONTEXT SUMMARY]: a', role: 'tool' },
      { content: '[END OF PRIOR CONTEXT — COMPACTION SUMMARY BELOW]'.padStart(LONG) },
      { content: '[CONTEXT' },
    ]);
    const marks = Array.from(open().messages.rows(id, {}, null), ({ mayCarry, isMarked }) => [
      mayCarry,
      isMarked,
    ]);
    assert.deepEqual(marks, [
      [true, true],
      [true, false],
      [false, false],
      [true, false],
      [false, false],
    ]);
  });

  it('read as empty in the smallest schema', () => {
    recreate({ schema: SMALLEST_SCHEMA });
    const id = home.addSession({}, [{ role: 'tool' }]);
    const [message] = open().messages.rows(id, {}, null);
    assert.deepEqual(
      { ...message, text: message?.text.length },
      {
        id: 1,
        timestamp: message?.timestamp,
        isResult: true,
        text: 0,
        toolName: '',
        callNames: [],
        dashboardNames: [],
        callsJson: null,
        namesAlike: true,
        isLive: true,
        isMarked: false,
        mayCarry: false,
        isDamaged: false,
        uid: '',
      },
    );
  });

  it('can be read on from an id', () => {
    const id = home.addSession({}, [{ content: 'a' }, { content: 'b' }, { content: 'c' }]);
    assert.deepEqual(textsOf(id, { afterId: 1 }), ['b', 'c']);
    assert.deepEqual(textsOf(id, { afterId: 3 }), []);
  });

  it('are the same, in the same order, wherever their rows are said to lie', () => {
    const [a, b] = ['a', 'b'].map((id) => home.addSession({ id }));
    for (let row = 0; row < 40; row++) {
      home.addMessage(row % 3 === 0 ? a! : b!, { content: `${row}`, timestamp: 1000 - row });
    }
    home.editMessage(1, { active: 0 });
    home.editMessage(4, { active: 0, compacted: 1 });
    for (const id of [a!, b!]) {
      const rows = open().digests.rowsOf(id);
      for (const afterId of [0, 17])
        assert.deepEqual(textsOf(id, { afterId, rows }), textsOf(id, { afterId }));
    }
  });

  it('may be left off early and read again', () => {
    const id = home.addSession({}, [{ content: 'a' }, { content: 'b' }]);
    for (const _ of open().messages.rows(id, {}, null)) break;
    assert.deepEqual(textsOf(id), ['a', 'b']);
  });

  it('may be read while another session is being read', () => {
    const a = home.addSession({ id: 'a' }, [{ content: 'a1' }, { content: 'a2' }]);
    const b = home.addSession({ id: 'b' }, [{ content: 'b1' }]);
    const read: string[] = [];
    for (const { text } of open().messages.rows(a, {}, null)) {
      read.push(Buffer.from(text).toString(), ...textsOf(b));
    }
    assert.deepEqual(read, ['a1', 'b1', 'a2', 'b1']);
  });

  it('have an empty text for NULL', () => {
    assert.deepEqual(readOne({ content: null }), { bytes: [], repairs: 0 });
  });

  it('keep NULs and a byte order mark in their texts', () => {
    for (const content of ['a\0b', '\0', '\ufeffx', '\0jso', `${'x'.repeat(LONG)}\0`]) {
      assert.deepEqual(readOne({ content }), { bytes: bytesOf(content), repairs: 0 });
    }
  });

  it('keep every character, in short texts and in long ones', () => {
    const characters = 'aé日\u{1f600}\u0130\u212a\ufffd';
    for (const content of [characters, characters.repeat(LONG / 10)]) {
      assert.deepEqual(readOne({ content }), { bytes: bytesOf(content), repairs: 0 });
    }
  });

  it('read invalid UTF-8 byte by byte, and count it as repaired', () => {
    for (const start of ['', 'x'.repeat(LONG)]) {
      const bytes = [...Buffer.from(start), 0x61, 0xff, 0xf0, 0x9f, 0x98, 0xed, 0xa0, 0x80, 0x62];
      const id = home.addSession();
      home.sql
        .prepare(
          'INSERT INTO messages (session_id, role, timestamp, content) VALUES (?, ?, 1, CAST(? AS TEXT))',
        )
        .run(id, 'user', Buffer.from(bytes));
      const before = open().messages.repairs;
      const [text] = Array.from(open().messages.rows(id, {}, null), (message) => [...message.text]);
      assert.deepEqual(text, bytes);
      assert.equal(open().messages.repairs - before, 1);
    }
  });

  it('read BLOBs as text, and count them as repaired', () => {
    for (const text of ['blob', 'b'.repeat(LONG)]) {
      assert.deepEqual(readOne({ content: Buffer.from(text) }), { bytes: bytesOf(text), repairs: 1 });
    }
  });

  it('count timestamps that are not valid as repaired', () => {
    for (const timestamp of [null, 'now', Infinity, -Infinity, 9_007_199_254_740_993n, 0, -5, 1e11]) {
      assert.equal(readOne({ content: 'a', timestamp }).repairs, 1);
    }
    assert.equal(readOne({ content: 'a', timestamp: 4_200_000_000 }).repairs, 0);
  });

  it('read roles and tool names of any kind', () => {
    const id = home.addSession({}, [{ role: null, tool_name: Buffer.from('tool') }]);
    const [message] = open().messages.rows(id, {}, null);
    assert.deepEqual([message?.isResult, message?.toolName, open().messages.repairs], [false, 'tool', 1]);
  });

  it('are results where the role is the text tool, in just these letters', () => {
    for (const [role, isResult] of [
      ['tool', true],
      ['TOOL', false],
      ['tool\0', false],
      ['user', false],
    ] as const) {
      const id = home.addSession({}, [{ role }]);
      const [message] = open().messages.rows(id, {}, null);
      assert.deepEqual([message?.isResult, open().messages.repairs], [isResult, 0], role);
    }
  });

  it('are no results where the role is a BLOB, which counts as repaired', () => {
    const id = home.addSession({}, [{ role: Buffer.from('tool') }]);
    const database = open();
    const [message] = database.messages.rows(id, {}, null);
    assert.deepEqual([message?.isResult, database.messages.repairs], [false, 1]);
  });

  it('read calls given as a BLOB', () => {
    const id = home.addSession({}, [{ tool_calls: Buffer.from('[{"name": "a"}]') }]);
    const [message] = open().messages.rows(id, {}, null);
    assert.deepEqual(message?.callNames, ['a']);
  });

  it('read calls of any length, side by side or sought', () => {
    const calls = `[{"name": "a", "arguments": "${'x'.repeat(LONG)}"}]`;
    const id = home.addSession({}, [{ tool_calls: calls }, { tool_calls: Buffer.from(calls) }]);
    for (const query of [{}, { rows: open().digests.rowsOf(id) }]) {
      const read = Array.from(open().messages.rows(id, query, null), (message) => ({
        names: message.callNames,
        json: message.callsJson,
      }));
      assert.deepEqual(read, [
        { names: ['a'], json: calls },
        { names: ['a'], json: calls },
      ]);
    }
  });

  it('are the same ones whether they are walked over or sought, with ids missing and others in between', () => {
    const id = home.addSession();
    for (let messageId = 1; messageId < 800; messageId += 5) home.addMessage(id, { id: messageId });
    home.addMessage(home.addSession({ id: 'other' }), { id: 400 });
    home.rewind(6);
    home.compact(796);
    const rows = open().digests.rowsOf(id);
    const read = (query: object) =>
      Array.from(open().messages.rows(id, query, null), (message) => message.id);
    assert.equal(read({}).length, 160);
    assert.deepEqual(read({ rows, others: 0 }), read({}));
    assert.deepEqual(read({ rows, others: 1000 }), read({}));
  });

  it('are walked over to the last, also where a batch begins with it', () => {
    const id = home.addSession();
    // Rows are walked over in batches of 64 ids.
    for (let row = 1; row <= 2 * 64 + 1; row++) home.addMessage(id);
    const rows = open().digests.rowsOf(id);
    const ids = (query: object) =>
      Array.from(open().messages.rows(id, { rows, ...query }, null), (message) => message.id);
    assert.deepEqual(
      ids({}),
      Array.from({ length: 129 }, (_, index) => index + 1),
    );
    assert.deepEqual(
      ids({ afterId: 64 }),
      Array.from({ length: 65 }, (_, index) => index + 65),
    );
  });

  it('are walked over once each, too, with all that tells copies apart', () => {
    const id = home.addSession();
    for (let row = 1; row <= 2 * 64 + 1; row++) home.addMessage(id);
    const rows = open().digests.rowsOf(id);
    assert.deepEqual(
      Array.from(open().messages.dashboard(id, { rows, others: 0 }, 1), (message) => message.id),
      Array.from({ length: 129 }, (_, index) => index + 1),
    );
  });

  it('have all of their text and their calls at the length where those become long ones', () => {
    for (const length of [SHORT_TEXT_BYTES - 1, SHORT_TEXT_BYTES, SHORT_TEXT_BYTES + 1]) {
      const content = 'x'.repeat(length);
      const start = '[{"name": "a", "arguments": "';
      const tool_calls = `${start.padEnd(length - 3, 'x')}"}]`;
      const id = home.addSession({}, [{ content, tool_calls }]);
      for (const query of [{}, { rows: open().digests.rowsOf(id) }]) {
        const read = Array.from(open().messages.rows(id, query, null), (message) => [
          Buffer.from(message.text).toString() === content,
          message.callNames,
        ]);
        assert.deepEqual(read, [[true, ['a']]], `${length}`);
      }
    }
  });

  it('print structured content in the manner of Python', () => {
    for (const value of ['é', 'x'.repeat(LONG)]) {
      const printed = `[{"type": "text", "text": "${value.replace('é', '\\u00e9')}"}]`;
      const content = `\0json:[{"type":"text","text":"${value}"}]`;
      assert.deepEqual(readOne({ content }), { bytes: bytesOf(printed), repairs: 0 });
      assert.deepEqual(readOne({ content: Buffer.from(content) }), { bytes: bytesOf(printed), repairs: 1 });
    }
  });

  it('keep structured content as it is, prefix included, when it does not parse', () => {
    for (const content of ['\0json:', '\0json:{oops', `\0json:[${'x'.repeat(LONG)}`]) {
      assert.deepEqual(readOne({ content }).bytes, bytesOf(content));
    }
  });

  it('grow by escapes without harm', () => {
    const content = `\0json:"${'\u{1f600}'.repeat(500)}"`;
    assert.equal(readOne({ content }).bytes.length, 2 + 500 * 12);
  });

  it('read the same from a UTF-16 database', () => {
    for (const encoding of ['UTF-16le', 'UTF-16be'] as const) {
      database?.close();
      database = undefined;
      recreate({ encoding });
      const texts = ['aé\u{1f600}\ufffd', '日'.repeat(LONG)];
      const id = home.addSession(
        {},
        texts.map((content) => ({ content })),
      );
      assert.deepEqual(textsOf(id), texts);
    }
  });

  it('may be 64 MB long', () => {
    const size = 64 << 20;
    const id = home.addSession();
    home.sql
      .prepare(
        "INSERT INTO messages (session_id, role, timestamp, content) VALUES (?, 'tool', 1, CAST(zeroblob(?) AS TEXT))",
      )
      .run(id, size);
    const sizes = Array.from(open().messages.rows(id, {}, null), ({ text }) => text.length);
    assert.deepEqual(sizes, [size]);
  });

  it('may be a million', () => {
    const id = home.addSession();
    home.sql
      .prepare(
        `INSERT INTO messages (session_id, role, timestamp)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT ?, 'user', i FROM n`,
      )
      .run(id);
    let count = 0;
    for (const { id: messageId } of open().messages.rows(id, {}, null)) {
      count += 1;
      if (messageId !== count) assert.fail(`message ${messageId} came as number ${count}`);
    }
    assert.equal(count, 1_000_000);
  });

  it('are read as of one moment, whatever is written meanwhile', () => {
    const id = home.addSession({}, [{ content: 'a' }, { content: 'b' }]);
    const read: string[] = [];
    for (const { text } of open().messages.rows(id, {}, null)) {
      read.push(Buffer.from(text).toString());
      if (read.length === 1) home.addMessage(id, { content: 'later' });
    }
    assert.deepEqual(read, ['a', 'b']);
  });
});
