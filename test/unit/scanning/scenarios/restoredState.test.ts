import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inEnglish } from '../../../../src/words/problem.ts';
import { addSessions, next, setStage } from '../support/stage.ts';

describe('a state.json in milliseconds, with our own history lost', () => {
  it('unlocks nothing again, and each when it was', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, 200);
    const window = stage.open();
    const { unlocked_count } = await window.rescan({ full: false });
    await window.dispose();
    const then = 1_700_000_000;
    const { unlocks } = stage.file('state.json');
    for (const unlock of Object.values<{ unlocked_at: number }>(unlocks)) unlock.unlocked_at = then * 1000;
    for (const name of readdirSync(stage.pathOf(''))) rmSync(stage.pathOf(name));
    writeFileSync(stage.pathOf('state.json'), JSON.stringify({ unlocks }));

    const second = stage.open();
    const done = next(second, 'done');
    const { achievements } = await second.rescan({ full: false });
    const moments = achievements.flatMap(({ unlocked_at }) => unlocked_at ?? []);
    assert.deepEqual(moments, Array(unlocked_count).fill(then));
    assert.deepEqual(
      (await done).unlocks.filter(({ at }) => at !== then),
      [],
    );
  });
});

describe('a damaged state.json', () => {
  it('is restored from our own history, which the user is told once, and not by a later start', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, 200);
    const window = stage.open();
    const before = await window.rescan({ full: false });
    await window.dispose();
    const whole = stage.file('state.json').unlocks;
    writeFileSync(stage.pathOf('state.json'), '{"unlocks": {"let_him');

    const notices: string[] = [];
    const second = stage.open({ onNotice: (told) => notices.push(inEnglish(told)) });
    const done = next(second, 'done');
    const after = await second.rescan({ full: false });
    assert.match(
      notices.join('\n'),
      /^A damaged file of unlocks was set aside as state\.damaged-\S+\.json; what is known of it was restored\.$/,
    );
    assert.deepEqual((await done).unlocks, []);
    assert.equal(after.unlocked_count, before.unlocked_count);
    assert.deepEqual(stage.file('state.json').unlocks, whole);
    await second.rescan({ full: true });
    await second.dispose();

    await stage.open({ onNotice: (told) => notices.push(inEnglish(told)) }).rescan({ full: true });
    assert.equal(notices.length, 1);
  });
});
