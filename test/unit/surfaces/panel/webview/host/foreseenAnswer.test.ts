import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { PageAnswer, PageQuestion } from '../../../../../../src/surfaces/panel/protocol/questions.ts';
import { ForeseenAnswer } from '../../../../../../src/surfaces/panel/webview/host/foreseenAnswer.ts';

const CURVE = { kind: 'curve', badge: 'let_him_cook' } as const;
const OTHER = { kind: 'curve', badge: 'image_whisperer' } as const;
const ANSWER: PageAnswer = { kind: 'curve', value: { id: CURVE.badge, points: [], tiers: [] } };

/** One whose questions are noted and answered by hand. */
function foreseeing() {
  const asked: { question: PageQuestion; settle: (answer: PageAnswer | null) => void }[] = [];
  const foreseen = new ForeseenAnswer((question, settle) => void asked.push({ question, settle }));
  const heard: (PageAnswer | null)[] = [];
  const wants = (question: PageQuestion): boolean =>
    foreseen.settles(question, (answer) => heard.push(answer));
  return { foreseen, asked, heard, wants };
}

/** One that has asked for the curve, after the user has rested. */
function askedForCurve() {
  const given = foreseeing();
  given.foreseen.rest(CURVE);
  mock.timers.tick(1000);
  return given;
}

describe('an answer that is foreseen', () => {
  mock.timers.enable({ apis: ['setTimeout'] });

  it('is there at once when it is wanted, and as often as it is', () => {
    const { asked, heard, wants } = askedForCurve();
    asked[0]!.settle(ANSWER);
    assert.deepEqual([wants(CURVE), wants(CURVE)], [true, true]);
    assert.deepEqual(heard, [ANSWER, ANSWER]);
    assert.equal(asked.length, 1);
  });

  it('comes to whoever wanted it while it was on its way', () => {
    const { asked, heard, wants } = askedForCurve();
    assert.ok(wants(CURVE));
    assert.deepEqual(heard, []);
    asked[0]!.settle(ANSWER);
    assert.deepEqual(heard, [ANSWER]);
  });

  it('is not asked for where the user only passed by', () => {
    const { foreseen, asked } = foreseeing();
    foreseen.rest(CURVE);
    mock.timers.tick(20);
    foreseen.rest(OTHER);
    mock.timers.tick(1000);
    assert.deepEqual(
      asked.map(({ question }) => question),
      [OTHER],
    );
  });

  it('is asked for once, however often the user comes back to it', () => {
    const { foreseen, asked } = foreseeing();
    for (let time = 0; time < 3; time++) {
      foreseen.rest(CURVE);
      mock.timers.tick(1000);
    }
    assert.equal(asked.length, 1);
  });

  it('is not asked for when what was foreseen has been asked already', () => {
    const { foreseen, asked, wants } = foreseeing();
    foreseen.rest(CURVE);
    assert.equal(wants(CURVE), false);
    mock.timers.tick(1000);
    assert.equal(asked.length, 0);
  });

  it('is none for another question', () => {
    const { asked, wants } = askedForCurve();
    asked[0]!.settle(ANSWER);
    assert.equal(wants(OTHER), false);
  });

  it('is none any more when the history has changed', () => {
    const { foreseen, asked, wants } = askedForCurve();
    asked[0]!.settle(ANSWER);
    foreseen.forget();
    assert.equal(wants(CURVE), false);
  });

  it('is not asked for after the history has changed, by whoever rested before', () => {
    const { foreseen, asked } = foreseeing();
    foreseen.rest(CURVE);
    foreseen.forget();
    mock.timers.tick(1000);
    assert.equal(asked.length, 0);
  });

  it('that could not be told is told to whoever waits, and asked for again by the next', () => {
    const { asked, heard, wants } = askedForCurve();
    assert.ok(wants(CURVE));
    asked[0]!.settle(null);
    assert.deepEqual(heard, [null]);
    assert.equal(wants(CURVE), false);
  });
});
