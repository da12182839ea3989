import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { append, startSession } from '../../../../src/sample/operations/appending.ts';
import { type Hermes, LONG_AGO, TODAY, type Version } from '../../../../src/sample/operations/hermes.ts';
import { editMessage, regenerate, retry, rewind } from '../../../../src/sample/operations/takingBack.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

async function twoTurns(t: TestContext, version: Version): Promise<Hermes> {
  const { hermes } = await HermesHome.create(t, { version });
  startSession(hermes, { id: 's', started_at: 1000 });
  for (const [role, content] of [
    ['user', 'first question'],
    ['assistant', 'first answer'],
    ['user', 'second question'],
    ['assistant', 'second answer'],
  ] as const) {
    append(hermes, { session_id: 's', role, content, timestamp: 1000 });
  }
  return hermes;
}

const rows = ({ database }: Hermes) =>
  database.messages('s').map(({ content, active, compacted }) => `${content} ${active}/${compacted}`);
const uids = ({ database }: Hermes) => database.messages('s').map((row) => row.message_uid);

describe('what is taken back', () => {
  it('is hidden by a rewind', async (t) => {
    const hermes = await twoTurns(t, TODAY);
    assert.equal(rewind(hermes, 's'), 2);
    assert.deepEqual(rows(hermes).slice(2), ['second question 0/0', 'second answer 0/0']);
  });

  it('was deleted by a rewind long ago', async (t) => {
    const hermes = await twoTurns(t, LONG_AGO);
    rewind(hermes, 's');
    assert.deepEqual(rows(hermes), ['first question 1/0', 'first answer 1/0']);
  });

  it('is inserted again under the same uids by a retry, the last turn with other content', async (t) => {
    const hermes = await twoTurns(t, TODAY);
    retry(hermes, 's', () => ({ content: 'better answer' }));
    assert.deepEqual(
      rows(hermes)
        .slice(0, 4)
        .map((row) => row.slice(-3)),
      Array(4).fill('0/0'),
    );
    assert.deepEqual(rows(hermes).slice(4), [
      'first question 1/0',
      'first answer 1/0',
      'second question 1/0',
      'better answer 1/0',
    ]);
    assert.deepEqual(uids(hermes).slice(4), uids(hermes).slice(0, 4));
    assert.equal(new Set(uids(hermes)).size, 4);
  });

  it('was deleted and inserted by a retry long ago', async (t) => {
    const hermes = await twoTurns(t, LONG_AGO);
    retry(hermes, 's', () => ({ content: 'better answer' }));
    assert.equal(rows(hermes).length, 4);
    assert.equal(hermes.database.messages('s')[0]!.id, 5);
  });

  it('loses its answer when the question is edited', async (t) => {
    const hermes = await twoTurns(t, TODAY);
    editMessage(hermes, 's', 'another question');
    assert.deepEqual(rows(hermes).slice(4), [
      'first question 1/0',
      'first answer 1/0',
      'another question 1/0',
    ]);
  });

  it('keeps all but the answer when that is regenerated', async (t) => {
    const hermes = await twoTurns(t, TODAY);
    regenerate(hermes, 's', 'another answer');
    assert.deepEqual(rows(hermes).slice(6), ['second question 1/0', 'another answer 1/0']);
  });
});
