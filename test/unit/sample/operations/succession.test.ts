import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { append, startSession } from '../../../../src/sample/operations/appending.ts';
import type { Hermes } from '../../../../src/sample/operations/hermes.ts';
import { branch, delegate, reset, rotate } from '../../../../src/sample/operations/succession.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

async function parent(t: TestContext): Promise<Hermes> {
  const { hermes } = await HermesHome.create(t);
  startSession(hermes, { id: 'parent', started_at: 1000, model: 'm', session_key: 'k', source: 'telegram' });
  for (let turn = 0; turn < 5; turn++) {
    append(hermes, {
      session_id: 'parent',
      role: 'user',
      content: `question ${turn}`,
      timestamp: 1000 + turn,
    });
    append(hermes, {
      session_id: 'parent',
      role: 'assistant',
      content: `answer ${turn}`,
      timestamp: 1000 + turn,
    });
  }
  return hermes;
}

const child = { id: 'child', now: 2000 };
const session = ({ database }: Hermes, id: string, ...columns: string[]) =>
  columns.map((column) => database.sessionCell(id, column));

describe('a session that comes of another', () => {
  it('by rotation: ends it by compression and goes on with a summary and the tail under its times', async (t) => {
    const hermes = await parent(t);
    rotate(hermes, 'parent', { ...child, summary: 'so far', tail: 2 });
    assert.deepEqual(session(hermes, 'parent', 'end_reason', 'ended_at'), ['compression', 2000]);
    assert.deepEqual(session(hermes, 'child', 'parent_session_id', 'started_at', 'model'), [
      'parent',
      2000,
      'm',
    ]);
    const [summary, ...tail] = hermes.database.messages('child');
    assert.deepEqual([summary!._compressed_summary, summary!.timestamp], [1, 2000]);
    assert.deepEqual(
      tail.map(({ content, timestamp }) => [content, timestamp]),
      [
        ['question 4', 1004],
        ['answer 4', 1004],
      ],
    );
  });

  it('by branching: has the whole transcript, and a mark', async (t) => {
    const hermes = await parent(t);
    branch(hermes, 'parent', child);
    assert.equal(hermes.database.messages('child').length, 10);
    assert.equal(hermes.database.messages('child')[3]!.timestamp, 1001);
    assert.deepEqual(session(hermes, 'child', 'model_config'), ['{"_branched_from": "parent"}']);
    assert.deepEqual(session(hermes, 'parent', 'end_reason'), [null]);
  });

  it('by branching as it was: its parent ended, and longer ago its rows have its own time', async (t) => {
    const hermes = await parent(t);
    branch(hermes, 'parent', { ...child, marked: false, keepsTimes: false });
    assert.deepEqual(session(hermes, 'parent', 'end_reason', 'ended_at'), ['branched', 2000]);
    assert.deepEqual(session(hermes, 'child', 'model_config'), [null]);
    assert.equal(hermes.database.messages('child')[3]!.timestamp, 2000);
  });

  it('by delegation: begins empty, as a subagent with a mark', async (t) => {
    const hermes = await parent(t);
    delegate(hermes, 'parent', child);
    assert.deepEqual(session(hermes, 'child', 'source', 'model_config'), [
      'subagent',
      '{"_delegate_from": "parent"}',
    ]);
    assert.deepEqual(hermes.database.messages('child'), []);
  });

  it('by a reset: has the same key, and the last rows if they are carried over', async (t) => {
    const hermes = await parent(t);
    reset(hermes, 'parent', { ...child, reason: 'idle', carried: 2, ended: 1900 });
    assert.deepEqual(session(hermes, 'parent', 'end_reason', 'ended_at'), ['idle', 1900]);
    assert.deepEqual(session(hermes, 'child', 'session_key', 'parent_session_id'), ['k', 'parent']);
    assert.deepEqual(
      hermes.database.messages('child').map(({ content }) => content),
      ['question 4', 'answer 4'],
    );
  });
});
