import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PanelActions } from '../../../../../src/surfaces/panel/conversation/history.ts';
import { PanelMemory } from '../../../../../src/surfaces/panel/conversation/memory.ts';
import { NamedSessions } from '../../../../../src/surfaces/panel/conversation/namedSessions.ts';
import { isClick, PanelRequests } from '../../../../../src/surfaces/panel/conversation/requests.ts';
import { ShownBadges } from '../../../../../src/surfaces/panel/conversation/shownBadges.ts';
import { INITIAL_VIEW } from '../../../../../src/surfaces/panel/protocol/viewState.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';
import { madeUpHistory } from '../../../../panel/madeUpHistory.ts';
import { MapStore } from '../../../../panel/mapStore.ts';

const { snapshot } = madeUpHistory();
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function asked() {
  const acted: [string, unknown][] = [];
  const logged: string[] = [];
  const actions = new Proxy({} as PanelActions, {
    get: (_, name: string) => (request: unknown) => void acted.push([name, request]),
  });
  const history = new FakeHistory(snapshot);
  const memory = new PanelMemory(new MapStore());
  const language = { words: {}, translate: (message: string) => message };
  const shown = new ShownBadges();
  const named = new NamedSessions();
  shown.show(snapshot);
  const log = (_level: string, message: string) => void logged.push(message);
  const requests = new PanelRequests(
    { history, actions, memory, language, recapRhythm: () => 'off', log },
    shown,
    named,
  );
  return { requests, named, acted, logged, history, memory };
}

describe('what the webview asks for', () => {
  it('opens the transcript of a session that is evidence', () => {
    const { requests, acted } = asked();
    const session = 'session-max_tool_calls_in_session-0';
    requests.handle({ type: 'openTranscript', badge: 'let_him_cook', session });
    assert.deepEqual(acted, [['openTranscript', { badge: 'let_him_cook', session }]]);
  });

  it('opens no other session, whatever it names, and the log tells so', () => {
    const { requests, acted, logged } = asked();
    const others = ['../../etc/passwd', 'session-total_tool_calls-0', 'x'];
    for (const session of others) requests.handle({ type: 'openTranscript', badge: 'let_him_cook', session });
    assert.deepEqual(acted, []);
    assert.equal(logged.length, others.length);
  });

  it('opens without a badge what an answer has named, as long as Hermes still has it', () => {
    const { requests, named, acted } = asked();
    named.add({ id: 'there', deleted: false });
    named.add({ id: 'gone', deleted: true });
    for (const session of ['there', 'gone', 'never named'])
      requests.handle({ type: 'openTranscript', badge: null, session });
    assert.deepEqual(acted, [['openTranscript', { badge: null, session: 'there' }]]);
    named.forget();
    assert.equal(named.has('there'), false);
  });

  it('saves a recap, as a picture or in words', () => {
    const { requests, acted } = asked();
    requests.handle({ type: 'saveRecapPicture', name: 'recap', png: PNG });
    requests.handle({ type: 'saveRecapText', name: 'recap', text: '# Week' });
    assert.deepEqual(acted, [
      ['saveRecap', { name: 'recap', content: PNG }],
      ['saveRecap', { name: 'recap', content: '# Week' }],
    ]);
  });

  it('shares only badges that are unlocked', () => {
    const { requests, acted } = asked();
    const { id: locked } = snapshot.achievements.find(({ state }) => state === 'discovered')!;
    const { id } = snapshot.achievements.find(({ state }) => state === 'unlocked')!;
    for (const badge of [locked, id])
      requests.handle({ type: 'shareCard', id: badge, refusal: null, png: PNG });
    assert.deepEqual(acted, [['shareCard', { id, refusal: null, png: PNG }]]);
  });

  it('scans and cancels', () => {
    const { requests, history } = asked();
    requests.handle({ type: 'rescan', full: false });
    requests.handle({ type: 'rescan', full: true });
    requests.handle({ type: 'cancelScan' });
    assert.deepEqual(history.asked, ['rescan', 'full rescan', 'cancel']);
  });

  it('leaves it to the events to tell that a scan failed', async () => {
    const { requests, history } = asked();
    history.rescan = () => Promise.reject(new Error('locked'));
    requests.handle({ type: 'rescan', full: false });
    // An unhandled rejection would fail the test in this turn.
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('is remembered for the history that is shown', () => {
    const { requests, history, memory } = asked();
    requests.handle({ type: 'viewState', view: { ...INITIAL_VIEW, search: 'goblin' } });
    requests.handle({ type: 'seen', until: 1234 });
    const { home } = history.place;
    assert.deepEqual([memory.view(home).search, memory.seenUntil(home)], ['goblin', 1234]);
    assert.equal(memory.view('/another').search, '');
  });

  it('is logged where it says that something went wrong', () => {
    const { requests, logged } = asked();
    requests.handle({ type: 'log', message: 'a picture failed' });
    assert.deepEqual(logged, ['The panel says: a picture failed']);
  });

  it('is left to others where it is about other things than badges', () => {
    const { requests, acted } = asked();
    const types = ['export', 'chooseHome', 'chooseProfile', 'trySample', 'leaveSample', 'showLog'] as const;
    for (const type of types) requests.handle({ type });
    assert.deepEqual(
      acted.map(([, command]) => command),
      types,
    );
  });

  it('is a click unless the webview says it of its own accord', () => {
    assert.equal(isClick({ type: 'export' }), true);
    assert.equal(isClick({ type: 'cancelScan' }), true);
    for (const message of [
      { type: 'ready' },
      { type: 'seen', until: 1 },
      { type: 'log', message: '' },
    ] as const)
      assert.equal(isClick(message), false, message.type);
  });
});
