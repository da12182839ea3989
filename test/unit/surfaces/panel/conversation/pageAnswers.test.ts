import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DayOfSessions } from '../../../../../src/activity/day.ts';
import type { TimelineStep } from '../../../../../src/badges/overTime/timeline.ts';
import { NamedSessions } from '../../../../../src/surfaces/panel/conversation/namedSessions.ts';
import { PageAnswers } from '../../../../../src/surfaces/panel/conversation/pageAnswers.ts';
import { ShownBadges } from '../../../../../src/surfaces/panel/conversation/shownBadges.ts';
import type { PageQuestion } from '../../../../../src/surfaces/panel/protocol/questions.ts';
import { hearFromHost } from '../../../../../src/surfaces/panel/protocol.ts';
import { datedHistory, TODAY } from '../../../../panel/datedHistory.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';
import { madeUpHistory } from '../../../../panel/madeUpHistory.ts';

const { snapshot } = madeUpHistory();
const secret = snapshot.achievements.find(({ state }) => state === 'secret')!;

function asking(history: FakeHistory) {
  const shown = new ShownBadges();
  shown.show(history.current);
  const named = new NamedSessions();
  const logged: string[] = [];
  const log = (_level: string, message: string) => void logged.push(message);
  return { answers: new PageAnswers({ history, log }, shown, named), named, logged };
}

describe('the answers to what a page asks', () => {
  const questions: readonly PageQuestion[] = [
    { kind: 'reached' },
    { kind: 'curve', badge: 'let_him_cook' },
    { kind: 'activity', year: null },
    { kind: 'activity', year: 2025 },
    { kind: 'day', day: TODAY },
    { kind: 'recap', period: { last: 'year' } },
    { kind: 'recap', period: { range: { since: TODAY - 9, until: TODAY } } },
  ];
  for (const question of questions)
    it(`are understood by the page as they are: ${JSON.stringify(question)}`, async () => {
      const answer = await asking(datedHistory()).answers.to(question);
      const message = { type: 'answer', ask: 1, answer };
      assert.ok(answer !== null);
      assert.deepEqual(hearFromHost(message), { ok: true, message });
    });

  it('tell nothing of a badge that is secret: neither a step nor a curve', async () => {
    const history = new FakeHistory(snapshot);
    const steps = [secret.id, 'let_him_cook'].map(
      (id): TimelineStep => ({
        id,
        kind: 'unlock',
        tier: 'Copper',
        day: '2026-01-01',
        kept: false,
        noticed: 1,
      }),
    );
    history.answer = () => steps;
    const { answers } = asking(history);
    const reached = await answers.to({ kind: 'reached' });
    assert.deepEqual(reached?.kind === 'reached' && reached.value.map(({ id }) => id), ['let_him_cook']);
    history.questions.length = 0;
    assert.deepEqual(await answers.to({ kind: 'curve', badge: secret.id }), { kind: 'curve', value: null });
    assert.deepEqual(history.questions, []);
  });

  it('show titles as they may be shown, and let their sessions be opened while Hermes has them', async () => {
    const history = new FakeHistory(snapshot);
    const session = { title: 'a\u202eb\n\nc', started_at: 1, messages: 1, tool_calls: 0, began: true };
    const day: DayOfSessions = {
      day: '2026-01-01',
      sessions: [
        { ...session, id: 'there', deleted: false },
        { ...session, id: 'gone', deleted: true },
      ],
    };
    history.answer = () => day;
    const { answers, named } = asking(history);
    const answer = await answers.to({ kind: 'day', day: 1 });
    assert.deepEqual(answer?.kind === 'day' && answer.value.sessions.map(({ title }) => title), [
      'a\ufffdb c',
      'a\ufffdb c',
    ]);
    assert.deepEqual([named.has('there'), named.has('gone')], [true, false]);
  });

  it('are null where they cannot be given, and the log tells why', async () => {
    const { answers, logged } = asking(new FakeHistory(snapshot));
    assert.equal(await answers.to({ kind: 'reached' }), null);
    assert.match(logged.join(), /reached.*nothing is known/);
  });
});
