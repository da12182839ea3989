import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { StoredMessage } from '../../../../src/sample/database/rows.ts';
import { append, startSession } from '../../../../src/sample/operations/appending.ts';
import { type Place, withoutSummary } from '../../../../src/sample/operations/carriers.ts';
import { type Compaction, compact } from '../../../../src/sample/operations/compaction.ts';
import { type Hermes, TODAY, type Version } from '../../../../src/sample/operations/hermes.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

const COMPACTION: Compaction = { summary: 'what happened', now: 2000, tail: 4 };

/** A session of six questions and answers, an hour and ten minutes apart. */
async function conversation(t: TestContext, version: Partial<Version> = {}): Promise<Hermes> {
  const { hermes } = await HermesHome.create(t, { version: { ...TODAY, ...version } });
  startSession(hermes, { id: 's', started_at: 1000 });
  for (let turn = 0; turn < 6; turn++) {
    const timestamp = 1000 + turn * 10;
    append(hermes, { session_id: 's', role: 'user', content: `question ${turn}`, timestamp });
    append(hermes, {
      session_id: 's',
      role: 'assistant',
      content: `answer ${turn}`,
      timestamp: timestamp + 5,
    });
  }
  return hermes;
}

const states = (rows: readonly StoredMessage[]) =>
  rows.map(({ active, compacted }) => `${active}/${compacted}`);
const texts = (rows: readonly StoredMessage[]) => rows.map(({ content }) => content);

describe('compaction', () => {
  it('retires every row and inserts head, summary and tail anew', async (t) => {
    const hermes = await conversation(t, { hidesTail: false });
    compact(hermes, 's', COMPACTION);
    const rows = hermes.database.messages('s');
    assert.deepEqual(states(rows), [...Array(12).fill('0/1'), ...Array(7).fill('1/0')]);
    const [first, second, summary, ...tail] = hermes.database.liveMessages('s');
    assert.deepEqual(texts([first!, second!]), ['question 0', 'answer 0']);
    assert.match(
      `${summary!.content}`,
      /^\[CONTEXT COMPACTION — REFERENCE ONLY\] .*what happened\n\n--- END/s,
    );
    assert.deepEqual(texts(tail), ['question 4', 'answer 4', 'question 5', 'answer 5']);
  });

  it('hides the originals of the tail since it learned to', async (t) => {
    const hermes = await conversation(t);
    compact(hermes, 's', COMPACTION);
    const originals = states(hermes.database.messages('s').slice(0, 12));
    assert.deepEqual(originals, [...Array(8).fill('0/1'), ...Array(4).fill('0/0')]);
  });

  it('keeps times and uids of the copies, under new ids', async (t) => {
    const hermes = await conversation(t);
    compact(hermes, 's', COMPACTION);
    const rows = hermes.database.messages('s');
    const [original, copy] = rows.filter(({ content }) => content === 'answer 5');
    assert.equal(copy!.timestamp, original!.timestamp);
    assert.equal(copy!.message_uid, original!.message_uid);
    assert.ok(copy!.id > 12);
  });

  for (const place of ['before', 'behind'] as const satisfies readonly Place[]) {
    it(`puts the summary ${place} what the first row of the tail said, and takes it out the next time`, async (t) => {
      const hermes = await conversation(t);
      compact(hermes, 's', { ...COMPACTION, place });
      const carriers = hermes.database.liveMessages('s').filter((row) => row._compressed_summary === 1);
      assert.deepEqual(
        carriers.map(({ content }) => withoutSummary(`${content}`)),
        ['question 4'],
      );
      compact(hermes, 's', { ...COMPACTION, tail: 4 });
      const live = texts(hermes.database.liveMessages('s'));
      assert.deepEqual(live.slice(3), ['question 4', 'answer 4', 'question 5', 'answer 5']);
    });
  }

  it('drops the summary of the compaction before', async (t) => {
    const hermes = await conversation(t);
    compact(hermes, 's', { ...COMPACTION, summary: 'the first' });
    compact(hermes, 's', { ...COMPACTION, summary: 'the second' });
    const summaries = texts(hermes.database.liveMessages('s').filter((row) => row._compressed_summary === 1));
    assert.equal(summaries.length, 1);
    assert.match(`${summaries[0]}`, /the second/);
  });

  it('does nothing where there is nothing to fold away', async (t) => {
    const hermes = await conversation(t);
    assert.equal(compact(hermes, 's', { ...COMPACTION, tail: 10 }), false);
    assert.equal(hermes.database.messages('s').length, 12);
  });
});
