import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { panelNews } from '../../../../../src/surfaces/panel/conversation/snapshot.ts';
import { ToldTimeline } from '../../../../../src/surfaces/panel/conversation/toldTimeline.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';
import { madeUpHistory } from '../../../../panel/madeUpHistory.ts';

const { snapshot, history: unlocks } = madeUpHistory();
const NEWS = panelNews(unlocks.timeline(), snapshot);

function toldTimeline() {
  const history = new FakeHistory(snapshot, unlocks.timeline());
  const logged: string[] = [];
  const timeline = new ToldTimeline({ history, log: (_level, message) => logged.push(message) });
  return { history, logged, timeline };
}

describe('the time line as the webview was told it', () => {
  it('is not known at first, and not once another history is shown', () => {
    const { timeline } = toldTimeline();
    assert.equal(timeline.told, undefined);
    timeline.tell(NEWS);
    assert.equal(timeline.told, NEWS);
    timeline.forget();
    assert.equal(timeline.told, undefined);
  });

  it('is read without what the webview may not hear of', async () => {
    const { history, timeline } = toldTimeline();
    const secret = snapshot.achievements.find(({ state }) => state === 'secret')!.id;
    history.news = [
      ...unlocks.timeline(),
      { id: secret, kind: 'unlock', from_tier: null, to_tier: null, at: 1 },
    ];
    assert.deepEqual(await timeline.read(snapshot), NEWS);
  });

  it('tells what is new since it was told before, and nothing where that is not known', () => {
    const { timeline } = toldTimeline();
    assert.deepEqual(timeline.tell(NEWS.slice(0, -1)), []);
    assert.deepEqual(timeline.tell(NEWS), [NEWS.at(-1)]);
  });

  it('stays as it was where it cannot be read, which the log tells', async () => {
    const { history, logged, timeline } = toldTimeline();
    timeline.tell(NEWS);
    history.timeline = () => Promise.reject(new Error('damaged'));
    assert.deepEqual(timeline.tell(await timeline.read(snapshot)), []);
    assert.equal(timeline.told, NEWS);
    assert.deepEqual(logged, ['The time line could not be read: Error: damaged']);
  });
});
