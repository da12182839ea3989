import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Generation } from '../../../../src/hermes/historyMode.ts';
import type { Analysis } from '../../../../src/scanning/analysis/analyseSession.ts';
import { type MessageCells, TemporaryHome } from '../../../support/temporaryHome.ts';
import { analysesOfHome } from './support/analyseHome.ts';

const START = 1_772_345_700;
const DAY = 86_400;
const PARAGRAPH = 'error in ./src/app.ts, see docs. '.repeat(1_000);
const BRIDGED = '[{"name": "tool_call", "arguments": {"name": "terminal"}}]';
/** More text than a session may have without a bookmark. */
const ROWS = 70;

/** Rows of a long session: each of its own time and uid. */
function longSession(): MessageCells[] {
  return Array.from({ length: ROWS }, (_, n) => ({
    role: n % 3 === 2 ? 'tool' : 'user',
    content: `${n} ${PARAGRAPH}`,
    tool_call_id: n % 3 === 2 ? `call${n}` : null,
    timestamp: START + n * 60,
    message_uid: `uid${n}`,
  }));
}

describe('a long session to which rows were appended', () => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 's', started_at: START }, longSession());
  });

  afterEach(() => home.remove());

  const later = (more: MessageCells = {}): MessageCells => ({
    content: 'background',
    timestamp: START + 2 * DAY,
    message_uid: 'new',
    ...more,
  });

  async function analyse(generation: Generation | null, before?: Analysis): Promise<Analysis> {
    const known = before && new Map([['s', JSON.parse(JSON.stringify(before)) as Analysis]]);
    return (await analysesOfHome(home.path, generation, known)).get('s')!;
  }

  /** How many rows were read to count the session again; what came of it is what counting all of it gives. */
  async function rowsReadAfter(change: () => void, generation: Generation | null = null): Promise<number> {
    const before = await analyse(generation);
    assert.ok(before.bookmark);
    change();
    const [resumed, whole] = [await analyse(generation, before), await analyse(generation)];
    assert.deepEqual(resumed.record, whole.record);
    assert.deepEqual(
      JSON.parse(JSON.stringify(resumed.bookmark)),
      JSON.parse(JSON.stringify(whole.bookmark)),
    );
    return resumed.messagesRead;
  }

  for (const generation of [null, 1, 2, 3] as const) {
    it(`is gone on with, for generation ${generation}`, async () => {
      const append = () => {
        home.addMessage('s', later());
        home.addMessage('s', later({ content: '= true', timestamp: START + 3 * DAY, message_uid: null }));
      };
      assert.equal(await rowsReadAfter(append, generation), 2);
    });

    it(`is gone on with though rows were compacted long ago, for generation ${generation}`, async () => {
      home.compact(1, 2);
      home.addMessage('s', { ...longSession()[1], id: 900 });
      assert.equal(await rowsReadAfter(() => home.addMessage('s', later()), generation), 1);
    });

    for (const [when, calls] of [
      ['before', null],
      ['before and after', BRIDGED],
    ] as const) {
      it(`is gone on with where bridged calls came ${when}, for generation ${generation}`, async () => {
        home.editMessage(4, { tool_calls: BRIDGED });
        const append = () => home.addMessage('s', later({ tool_calls: calls }));
        assert.equal(await rowsReadAfter(append, generation), 1);
      });
    }
  }

  const doubtful: Record<string, MessageCells> = {
    'has the time of another': later({ timestamp: START }),
    'is not later than all others': later({ timestamp: START + 61 }),
    'has no valid time': later({ timestamp: 'soon' }),
    'has the uid of another': later({ message_uid: 'uid3' }),
    'is a copy': { ...longSession()[ROWS - 1] },
    'carries a summary': later({ content: '[CONTEXT SUMMARY]: x' }),
    'is marked as a summary': later({ _compressed_summary: 1 }),
    'is not live': later({ active: 0, compacted: 1 }),
  };
  for (const [what, cells] of Object.entries(doubtful)) {
    it(`is counted from the start where one ${what}`, async () => {
      assert.ok((await rowsReadAfter(() => home.addMessage('s', cells))) > ROWS);
    });
  }

  it('is counted from the start where a row that was there has changed', async () => {
    assert.ok((await rowsReadAfter(() => home.compact(3))) >= ROWS);
    assert.ok((await rowsReadAfter(() => home.deleteMessage(5))) >= ROWS - 1);
  });

  it('is counted from the start where its own start has changed, which tells its day', async () => {
    const change = () => {
      home.editSession('s', { started_at: START - DAY });
      home.addMessage('s', later());
    };
    assert.ok((await rowsReadAfter(change)) > ROWS);
  });

  it('is counted from the start for another generation than before', async () => {
    const before = await analyse(1);
    home.addMessage('s', later());
    assert.ok((await analyse(2, before)).messagesRead > ROWS);
  });

  it('is counted from the start where the bookmark makes no sense', async () => {
    const before = await analyse(null);
    home.addMessage('s', later());
    for (const bookmark of [
      {},
      7,
      null,
      { ...before.bookmark, rules: 1 },
      { ...before.bookmark, lifetime: {} },
    ])
      assert.ok((await analyse(null, { ...before, bookmark: bookmark as never })).messagesRead > ROWS);
  });

  it('has no bookmark where it is short', async () => {
    home.addSession({ id: 'short' }, [{ content: 'a' }]);
    assert.equal((await analysesOfHome(home.path, null)).get('short')?.bookmark, null);
  });

  it('has a bookmark of at most eight bytes a row beside names, paths and days', async () => {
    const insert = home.sql.prepare(
      "INSERT INTO messages (session_id, role, content, timestamp, message_uid) VALUES ('s', 'user', 'x', ?, ?)",
    );
    home.sql.transaction(() => {
      for (let n = 0; n < 20_000; n++) insert.run(START + DAY / 2 + n, `another-${n}`);
    })();
    const { bookmark } = await analyse(null);
    assert.ok(JSON.stringify(bookmark).length < 8 * 20_000);
  });
});
