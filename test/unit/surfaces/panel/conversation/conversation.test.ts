import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DoneEvent, type ErrorEvent, errorEvent } from '../../../../../src/scanning/events.ts';
import { PanelConversation } from '../../../../../src/surfaces/panel/conversation/conversation.ts';
import type { PanelActions } from '../../../../../src/surfaces/panel/conversation/history.ts';
import { PanelMemory } from '../../../../../src/surfaces/panel/conversation/memory.ts';
import { panelNews } from '../../../../../src/surfaces/panel/conversation/snapshot.ts';
import { INITIAL_VIEW } from '../../../../../src/surfaces/panel/protocol/viewState.ts';
import { hearFromHost, type ToWebview } from '../../../../../src/surfaces/panel/protocol.ts';
import { type Problem, problem } from '../../../../../src/words/problem.ts';
import { english, type Translate } from '../../../../../src/words/translate.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';
import { madeUpHistory, sealedBadges } from '../../../../panel/madeUpHistory.ts';
import { MapStore } from '../../../../panel/mapStore.ts';

const { snapshot, history: unlocks } = madeUpHistory();
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function converse(
  history = new FakeHistory(snapshot, unlocks.timeline()),
  store = new MapStore(),
  translate: Translate = english,
) {
  const told: ToWebview[] = [];
  const acted: [string, unknown][] = [];
  const logged: string[] = [];
  const actions = new Proxy({} as PanelActions, {
    get: (_, name: string) => (request: unknown) => void acted.push([name, request]),
  });
  const conversation = new PanelConversation(
    {
      history,
      actions,
      memory: new PanelMemory(store),
      language: { words: {}, translate },
      recapRhythm: () => 'off',
      log: (_level, message) => logged.push(message),
    },
    (message) => told.push(message),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const open = async () => {
    conversation.receive({ type: 'ready' });
    await settle();
    return told.splice(0);
  };
  return { history, conversation, told, acted, logged, open, settle };
}

const inGerman: Translate = (sentence, ...values) =>
  sentence === 'Another program keeps {0} locked: try again when it has finished'
    ? `${values[0]} ist gesperrt`
    : sentence;

const metadata = {
  event: 'metadata',
  scan_id: 'a',
  mode: 'full',
  sessions_expected_total: 9,
  first_scan: true,
} as const;
const done = (change: Partial<DoneEvent> = {}): DoneEvent => ({
  event: 'done',
  scan_id: 'a',
  snapshot,
  unlocks: [],
  first_scan: false,
  ...change,
});
const failed = (why: Problem, snapshot_available: boolean): ErrorEvent =>
  errorEvent('a', why, { cancelled: false, snapshot_available });

describe('the conversation with the webview', () => {
  it('tells nothing before the webview is ready', async () => {
    const { history, told, settle } = converse();
    history.emit(metadata);
    history.emit(done());
    await settle();
    assert.deepEqual(told, []);
  });

  it('answers ready with everything to draw from', async () => {
    const [message] = await converse().open();
    assert.ok(message?.type === 'init');
    assert.equal(message.snapshot?.total_count, 60);
  });

  it('begins before the time line is known, which the thread that knows it may need a moment for', async () => {
    const { history, conversation, told, settle } = converse();
    const answer = history.holdTimeline();
    conversation.receive({ type: 'ready' });
    await settle();
    assert.deepEqual(
      told.splice(0).map((message) => [message.type, message.type === 'init' && message.timeline]),
      [['init', null]],
    );
    answer();
    await settle();
    assert.deepEqual(told, [{ type: 'timeline', timeline: panelNews(unlocks.timeline(), snapshot) }]);
  });

  it('begins with the time line it knows when the page is back, and tells what came meanwhile', async () => {
    const earlier = unlocks.timeline().slice(0, -1);
    const { history, conversation, open } = converse(new FakeHistory(snapshot, earlier));
    await open();
    conversation.pause();
    history.news = unlocks.timeline();
    const [init, after] = await open();
    assert.ok(init?.type === 'init' && after?.type === 'timeline');
    assert.deepEqual([init.timeline?.length, after.timeline.length], [earlier.length, earlier.length + 1]);
  });

  it('tells the time line of no history but the one shown', async () => {
    const { history, conversation, told, settle } = converse();
    const answer = history.holdTimeline();
    conversation.receive({ type: 'ready' });
    await settle();
    history.switchTo({ home: '/another', profile: 'work', sample: false });
    history.news = [];
    answer();
    await settle();
    const lines = told.flatMap((message) => (message.type === 'timeline' ? [message.timeline] : []));
    assert.deepEqual(lines, [[]]);
  });

  it('waits for no time line where there is no history, and starts no thread for one', async () => {
    const { history, open } = converse(new FakeHistory());
    history.failure = new Error('no database');
    history.timeline = () => assert.fail('asked');
    const messages = await open();
    assert.deepEqual(
      messages.map((message) => message.type === 'init' && message.timeline),
      [[]],
    );
  });

  it('celebrates nothing while it does not know what was there before', async () => {
    const { history, conversation, told, settle } = converse();
    const answer = history.holdTimeline();
    conversation.receive({ type: 'ready' });
    await settle();
    history.emit(done());
    answer();
    await settle();
    const celebrated = told.flatMap((message) => (message.type === 'scanEnded' ? message.unlocks : []));
    assert.deepEqual(celebrated, []);
  });

  it('sends only messages that keep to the protocol', async () => {
    const { history, told, open, settle } = converse();
    const messages = await open();
    history.emit(metadata);
    history.emit({
      event: 'progress',
      scan_id: 'a',
      scanned: 1,
      total: 9,
      elapsed_ms: 1,
      remaining_ms: null,
    });
    history.emit({ event: 'chunk', scan_id: 'a', snapshot });
    history.emit(done());
    await settle();
    assert.equal(told.length, 5);
    for (const message of [...messages, ...told])
      assert.deepEqual(hearFromHost(message), { ok: true, message });
  });

  it('sends no word of a secret, whatever happens', async () => {
    const { history, told, open, settle } = converse();
    const messages = await open();
    history.emit({ event: 'chunk', scan_id: 'a', snapshot });
    history.emit(
      done({ unlocks: [{ id: 'port_3000_taken', kind: 'unlock', from_tier: null, to_tier: null, at: 1 }] }),
    );
    await settle();
    const text = JSON.stringify([...messages, ...told]);
    const sealed = sealedBadges(snapshot);
    assert.ok(sealed.some(({ id }) => id === 'port_3000_taken'));
    for (const { id, name } of sealed) {
      assert.equal(text.includes(id), false, id);
      assert.equal(text.includes(name), false, name);
    }
  });

  it('says that there is no Hermes here, and where it looked', async () => {
    const { history, open } = converse(new FakeHistory());
    history.failure = new Error('no database');
    history.databaseExists = false;
    const [message] = await open();
    assert.ok(message?.type === 'init');
    assert.deepEqual(message.problem, {
      kind: 'noHistory',
      message: 'no database',
      home: history.place.home,
    });
  });

  it("says in the reader's language why a scan failed, also while older figures serve", async () => {
    const { history, told, open } = converse(undefined, undefined, inGerman);
    await open();
    history.emit(failed(problem('database.locked', 'state.db'), true));
    assert.deepEqual(told, [
      { type: 'scanEnded', outcome: 'failed', message: 'state.db ist gesperrt', unlocks: [] },
    ]);
  });

  it("says in the reader's language why the last scan failed, beside the older figures", async () => {
    const history = new FakeHistory({ ...snapshot, error: 'Another program keeps state.db locked' });
    const { status } = history;
    history.status = () => ({ ...status.call(history), last_error: problem('database.locked', 'state.db') });
    const [message] = await converse(history, undefined, inGerman).open();
    assert.equal(message?.type === 'init' && message.snapshot?.error, 'state.db ist gesperrt');
  });

  it('says what failed when there is a Hermes that cannot be read', async () => {
    const { history, open } = converse(new FakeHistory());
    history.failure = new Error('The database is locked');
    const [message] = await open();
    assert.ok(message?.type === 'init');
    assert.equal(message.problem?.kind, 'failed');
  });

  it('passes on how far a scan is and how it ends', async () => {
    const { history, told, open, settle } = converse();
    await open();
    history.emit(metadata);
    history.emit(done());
    await settle();
    assert.deepEqual(
      told.map(({ type }) => type),
      ['scanProgress', 'snapshot', 'scanEnded'],
    );
  });

  it('celebrates what is new on the time line, whichever window found it, but not the dozens of a first scan', async () => {
    const timeline = unlocks.timeline();
    const latest = timeline.at(-1)!;
    for (const first_scan of [false, true]) {
      const { history, told, open, settle } = converse(new FakeHistory(snapshot, timeline.slice(0, -1)));
      await open();
      history.news = timeline;
      history.emit(done({ first_scan }));
      history.emit(done());
      await settle();
      const celebrated = told.flatMap((message) => (message.type === 'scanEnded' ? [message.unlocks] : []));
      assert.deepEqual(celebrated, [first_scan ? [] : [latest], []]);
    }
  });

  it('turns to a problem only if no earlier figures serve', async () => {
    const { history, told, open, settle } = converse();
    await open();
    const locked = problem('database.locked', 'state.db');
    history.emit(failed(locked, true));
    await settle();
    assert.deepEqual(
      told.splice(0).map(({ type }) => type),
      ['scanEnded'],
    );
    history.emit(failed(locked, false));
    await settle();
    assert.deepEqual(
      told.map(({ type }) => type),
      ['scanEnded', 'problem'],
    );
  });

  it('shows the banner for a rescan asked for in the panel', async () => {
    const { history, conversation, told, open } = converse();
    await open();
    conversation.receive({ type: 'rescan', full: false });
    history.emit({ ...metadata, mode: 'incremental', first_scan: false });
    assert.deepEqual(history.asked, ['rescan']);
    const [progress] = told.filter(({ type }) => type === 'scanProgress');
    assert.ok(progress?.type === 'scanProgress' && progress.scan.quiet === false);
  });

  it('asks for the picture of no badge but an unlocked one', async () => {
    const { conversation, told, open } = converse();
    await open();
    const { id: locked } = snapshot.achievements.find(({ state }) => state === 'discovered')!;
    const { id: unlocked } = snapshot.achievements.find(({ state }) => state === 'unlocked')!;
    for (const id of [locked, unlocked]) conversation.drawShareCard(id, 'save');
    assert.deepEqual(told, [{ type: 'drawShareCard', id: unlocked, purpose: 'save' }]);
  });

  it('does nothing for a badge that it has not shown', async () => {
    const { conversation, acted } = converse();
    const { id } = snapshot.achievements.find(({ state }) => state === 'unlocked')!;
    conversation.receive({ type: 'shareCard', id, refusal: null, png: PNG });
    assert.deepEqual(acted, []);
  });

  it('shows the badge that somebody outside asks for, and for one that is not unlocked what is new', async () => {
    const { conversation, told, open } = converse();
    await open();
    const { id: unlocked } = snapshot.achievements.find(({ state }) => state === 'unlocked')!;
    const { id: locked } = snapshot.achievements.find(({ state }) => state === 'discovered')!;
    for (const badge of [unlocked, locked, null]) conversation.reveal(badge);
    assert.deepEqual(told, [
      { type: 'reveal', badge: unlocked },
      { type: 'reveal', badge: null },
      { type: 'reveal', badge: null },
    ]);
  });

  it('says of every click that it has arrived, and of nothing else', async () => {
    const { conversation, told, open } = converse();
    await open();
    conversation.receive({ type: 'viewState', view: INITIAL_VIEW });
    conversation.receive({ type: 'seen', until: 1234 });
    conversation.receive({ type: 'log', message: 'nothing' });
    assert.deepEqual(told, []);
    conversation.receive({ type: 'export' });
    assert.deepEqual(told, [{ type: 'heard' }]);
  });

  it('is ready for a question once it has told what there is to draw, until the page is hidden', async () => {
    const { conversation, open, settle } = converse();
    assert.equal(conversation.isReady, false);
    conversation.receive({ type: 'ready' });
    assert.equal(conversation.isReady, false);
    await settle();
    assert.equal(conversation.isReady, true);
    await open();
    conversation.pause();
    assert.equal(conversation.isReady, false);
  });

  it('drops and logs what does not keep to the protocol', async () => {
    const { conversation, acted, logged, open } = converse();
    await open();
    conversation.receive({ type: 'showLog', andMore: { deeply: 'nested' } });
    conversation.receive({ type: 'deleteEverything' });
    conversation.receive('showLog');
    assert.deepEqual(acted, [['run', 'showLog']]);
    assert.equal(logged.length, 2);
  });

  it('shows each history as it was left', async () => {
    const store = new MapStore();
    const { history, conversation, open, told, settle } = converse(undefined, store);
    await open();
    conversation.receive({ type: 'viewState', view: { ...INITIAL_VIEW, search: 'goblin' } });
    history.switchTo({ home: '/another', profile: 'work', sample: false });
    await settle();
    history.switchTo({ home: '/home/someone/.hermes', profile: 'default', sample: false });
    await settle();
    const begun = told.flatMap((message) => (message.type === 'init' ? [message] : []));
    assert.deepEqual(
      begun.map(({ place, view }) => [place.profile, view.search]),
      [
        ['work', ''],
        ['default', 'goblin'],
      ],
    );
  });

  it('remembers what was seen', async () => {
    const { conversation, open } = converse();
    const [before] = await open();
    assert.ok(before?.type === 'init' && before.seen_until === null);
    conversation.receive({ type: 'seen', until: 1234 });
    const [after] = await open();
    assert.ok(after?.type === 'init' && after.seen_until === 1234);
  });

  it('is silent while the panel is hidden, and hears nothing more once it is closed', async () => {
    const { history, conversation, told, open, settle } = converse();
    await open();
    conversation.pause();
    history.emit(done());
    await settle();
    conversation.dispose();
    history.emit(metadata);
    assert.deepEqual(told, []);
  });
});
