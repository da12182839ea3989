import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { panelSnapshot } from '../../../../../../src/surfaces/panel/conversation/snapshot.ts';
import { INITIAL_VIEW } from '../../../../../../src/surfaces/panel/protocol/viewState.ts';
import type { ToWebview } from '../../../../../../src/surfaces/panel/protocol.ts';
import {
  afterChange,
  afterMessage,
  INITIAL_MODEL,
  laterNews,
  neverScanned,
  newBadges,
  unlocksIn,
} from '../../../../../../src/surfaces/panel/webview/model/model.ts';
import { emptySnapshot, madeUpHistory } from '../../../../../panel/madeUpHistory.ts';

const { snapshot, history } = madeUpHistory();
const shown = panelSnapshot(snapshot, (message) => message);
const timeline = history.timeline();
const SCAN = { quiet: false, scanned: 3, total: 9, remaining_ms: null };

const INIT: ToWebview = {
  type: 'init',
  words: {},
  place: { profile: 'default', sample: false },
  view: { ...INITIAL_VIEW, search: 'goblin' },
  seen_until: null,
  snapshot: shown,
  timeline,
  scan: null,
  problem: null,
  recap: null,
};
const started = afterMessage(INITIAL_MODEL, INIT);

describe('the model of the panel', () => {
  it('takes over everything that the host begins with', () => {
    assert.equal(started.view.search, 'goblin');
    assert.equal(started.snapshot, shown);
    assert.equal(started.timeline, timeline);
  });

  it('forgets everything of a former history when another one is shown', () => {
    const before = { ...started, celebrated: timeline.slice(0, 1), scan: SCAN };
    const after = afterMessage(before, { ...INIT, timeline: [] });
    assert.deepEqual([after.celebrated, after.scan, after.timeline], [[], null, []]);
  });

  it('keeps the time line while partial snapshots come', () => {
    const after = afterMessage(started, { type: 'snapshot', snapshot: shown, timeline: null });
    assert.equal(after.timeline, timeline);
  });

  it('knows no time line until it is told one', () => {
    const before = afterMessage(INITIAL_MODEL, { ...INIT, timeline: null });
    assert.equal(before.timeline, null);
    assert.equal(afterMessage(before, { type: 'timeline', timeline }).timeline, timeline);
  });

  it('shows a scan until it ends', () => {
    const during = afterMessage(started, { type: 'scanProgress', scan: SCAN });
    assert.equal(during.scan, SCAN);
    const after = afterMessage(during, {
      type: 'scanEnded',
      outcome: 'cancelled',
      message: null,
      unlocks: [],
    });
    assert.equal(after.scan, null);
  });

  it('keeps the figures when a scan fails, and says that they are older', () => {
    const after = afterMessage(started, {
      type: 'scanEnded',
      outcome: 'failed',
      message: 'The database is locked',
      unlocks: [],
    });
    assert.equal(after.snapshot?.unlocked_count, shown.unlocked_count);
    assert.equal(after.snapshot?.error, 'The database is locked');
  });

  it('replaces the figures by a problem when there are none to serve', () => {
    const problem = { kind: 'noHistory' as const, message: '', home: '/h' };
    const after = afterMessage(started, { type: 'problem', problem });
    assert.deepEqual([after.snapshot, after.problem], [null, problem]);
  });

  it('shows figures again as soon as there are some', () => {
    const problem = { kind: 'failed' as const, message: '', home: '/h' };
    const before = afterMessage(started, { type: 'problem', problem });
    assert.equal(afterMessage(before, { type: 'snapshot', snapshot: shown, timeline }).problem, null);
  });

  it('celebrates what a scan unlocked until something else is unlocked or it is dismissed', () => {
    const unlocks = timeline.slice(-1);
    const done = { type: 'scanEnded', outcome: 'done', message: null, unlocks } as const;
    const after = afterMessage(started, done);
    assert.deepEqual(after.celebrated, unlocks);
    assert.deepEqual(afterMessage(after, { ...done, unlocks: [] }).celebrated, unlocks);
  });
});

describe('the order of the cards', () => {
  const reversed = {
    ...shown,
    achievements: shown.achievements.map((badge) => ({ ...badge, progress_pct: 1 })),
  };
  const refreshed: ToWebview = { type: 'snapshot', snapshot: reversed, timeline };

  it('stays while figures are refreshed behind the scenes', () => {
    const during = afterMessage(started, { type: 'scanProgress', scan: { ...SCAN, quiet: true } });
    assert.deepEqual(afterMessage(during, refreshed).order, started.order);
  });

  it('follows the figures of a scan that the user asked for', () => {
    const during = afterMessage(started, { type: 'scanProgress', scan: SCAN });
    assert.notDeepEqual(afterMessage(during, refreshed).order, started.order);
  });

  it('is made anew when the user chooses what is shown, and not when he scrolls', () => {
    const later = afterMessage(started, refreshed);
    assert.equal(afterChange(later, { scroll: 700 }).order, later.order);
    assert.notDeepEqual(afterChange(later, { search: '' }).order, later.order);
    assert.notDeepEqual(afterChange(later, { sort: 'name' }).order, later.order);
  });
});

describe('what came later', () => {
  it('is nothing after a first scan, which finds everything at one moment', () => {
    assert.deepEqual(laterNews(timeline.map((news) => ({ ...news, at: 7 }))), []);
    assert.deepEqual(laterNews([]), []);
  });

  it('is all that is younger than the first of it', () => {
    const first = timeline.slice(0, 3).map((news) => ({ ...news, at: 7 }));
    const last = { ...timeline[3]!, at: 8 };
    assert.deepEqual(laterNews([...first, last]), [last]);
  });
});

describe('what is new', () => {
  it('is nothing in a panel that was never shown, where everything would be', () => {
    assert.equal(newBadges(started).size, 0);
  });

  it('is what was unlocked or raised since the panel was last shown', () => {
    const latest = timeline.at(-1)!;
    assert.deepEqual([...newBadges({ ...started, seenUntil: latest.at - 1 })], [latest.id]);
    assert.equal(newBadges({ ...started, seenUntil: latest.at }).size, 0);
  });

  it('is what the badges tell of it while the time line is not known', () => {
    const [last] = unlocksIn(shown.achievements).slice(-1);
    const waiting = { ...started, timeline: null };
    assert.deepEqual([...newBadges({ ...waiting, seenUntil: last!.at - 1 })], [last!.id]);
    assert.equal(newBadges({ ...waiting, seenUntil: last!.at }).size, 0);
  });
});

describe('a history that was never scanned', () => {
  it('has no snapshot, or a pending one', () => {
    assert.equal(neverScanned(started), false);
    assert.equal(neverScanned({ ...started, snapshot: null }), true);
    const pending = panelSnapshot(emptySnapshot(), (message) => message);
    assert.equal(neverScanned({ ...started, snapshot: pending }), true);
  });
});
