import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { append, startSession } from '../../../../src/sample/operations/appending.ts';
import type { Hermes } from '../../../../src/sample/operations/hermes.ts';
import {
  autoPrune,
  deleteMessages,
  deleteSession,
  moveMessage,
  pin,
} from '../../../../src/sample/operations/keeping.ts';
import { branch, delegate, end } from '../../../../src/sample/operations/succession.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

const DAY = 86_400;

async function sessions(t: TestContext, ...ids: string[]): Promise<{ hermes: Hermes; home: HermesHome }> {
  const home = await HermesHome.create(t);
  for (const id of ids) {
    startSession(home.hermes, { id, started_at: 1000 });
    append(home.hermes, { session_id: id, role: 'user', content: id, timestamp: 1000 });
  }
  return { hermes: home.hermes, home };
}

const left = (home: HermesHome) =>
  home.single(`SELECT group_concat(id) FROM (SELECT id FROM sessions ORDER BY id)`);

describe('deleting a session', () => {
  it('takes its rows and its delegates with it, to any depth', async (t) => {
    const { hermes, home } = await sessions(t, 'a', 'b');
    delegate(hermes, 'a', { id: 'a1', now: 1100 });
    delegate(hermes, 'a1', { id: 'a2', now: 1200 });
    append(hermes, { session_id: 'a2', role: 'user', content: 'deep', timestamp: 1200 });
    deleteSession(hermes, 'a');
    assert.equal(left(home), 'b');
    assert.equal(home.single('SELECT count(*) FROM messages'), 1);
  });

  it('leaves other children without a parent', async (t) => {
    const { hermes, home } = await sessions(t, 'a');
    branch(hermes, 'a', { id: 'branch', now: 1100 });
    deleteSession(hermes, 'a');
    assert.equal(left(home), 'branch');
    assert.equal(hermes.database.sessionCell('branch', 'parent_session_id'), null);
  });

  it('is done unasked after 90 days, to what has ended and is not pinned', async (t) => {
    const { hermes, home } = await sessions(t, 'ended', 'pinned', 'open', 'recent');
    for (const id of ['ended', 'pinned']) end(hermes, id, 1000, 'cli_close');
    end(hermes, 'recent', 1000 + DAY, 'cli_close');
    pin(hermes, 'pinned');
    assert.deepEqual(autoPrune(hermes, 1001 + 90 * DAY), ['ended']);
    assert.equal(left(home), 'open,pinned,recent');
  });
});

describe('repairs by hand', () => {
  it('delete the last messages', async (t) => {
    const { hermes } = await sessions(t, 'a');
    append(hermes, { session_id: 'a', role: 'user', content: 'more', timestamp: 1001 });
    assert.equal(deleteMessages(hermes, 'a', 1), 1);
    assert.deepEqual(
      hermes.database.messages('a').map(({ content }) => content),
      ['a'],
    );
  });

  it('move a row into another session', async (t) => {
    const { hermes } = await sessions(t, 'a', 'b');
    moveMessage(hermes, hermes.database.messages('a')[0]!.id, 'b');
    assert.deepEqual(
      hermes.database.messages('b').map(({ content }) => content),
      ['a', 'b'],
    );
  });
});
