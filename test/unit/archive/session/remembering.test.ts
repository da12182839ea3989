import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import { recounted, remembering } from '../../../../src/archive/session/remembering.ts';
import { NO_ROWS } from '../../../../src/hermes/changes/digest.ts';
import { figureRowOf, SESSION_METRICS } from '../../../../src/metrics/sums/figureRow.ts';
import { ROWS, someRecord } from '../support/records.ts';

type Figures = Partial<SessionRecord['lifetime']>;

/** @param more whatever is not said of the session's figures */
function counted(lifetime: Figures, more: Partial<SessionRecord> = {}): SessionRecord {
  return someRecord('s', { ...more, lifetime: lifetime as SessionRecord['lifetime'] });
}

/** The same session once Hermes has deleted every message of it, and counted so. */
function emptied(more: Partial<SessionRecord> = {}): SessionRecord {
  const none = Object.fromEntries(SESSION_METRICS.map((metric) => [metric, 0]));
  return counted({ ...none, tool_names: [] }, { rows: NO_ROWS, ...more });
}

describe('a session that was counted before', () => {
  it('keeps of each figure the greater: what is there no more was counted', () => {
    const before = counted({ terminal_calls: 3, model_events: 7, tool_names: ['browser', 'terminal'] });
    const now = counted({ terminal_calls: 5, model_events: 2, tool_names: ['patch', 'terminal'] });
    const { lifetime } = remembering(before, now);
    assert.deepEqual([lifetime.terminal_calls, lifetime.model_events], [5, 7]);
    assert.deepEqual(lifetime.tool_names, ['browser', 'patch', 'terminal']);
  });

  it('is what was counted now where that is nowhere less', () => {
    const now = counted({ terminal_calls: 4 });
    assert.deepEqual(remembering(counted({ terminal_calls: 3 }), now), now);
  });

  it('keeps what is there no more on the last day it was known of', () => {
    const before = counted({ terminal_calls: 5 }, { days: { own: 10, last: 10, earlier: [] } });
    const now = counted({ terminal_calls: 2 }, { days: { own: 10, last: 12, earlier: [] } });
    const { days, lifetime } = remembering(before, now);
    const place = SESSION_METRICS.indexOf('terminal_calls');
    assert.deepEqual([days.own, days.last], [10, 12]);
    assert.deepEqual(
      days.earlier.map(({ day, figures }) => [day, figures[place]]),
      [[10, 3]],
    );
    assert.equal(figureRowOf(lifetime)[place], 5);
  });

  it('is counted anew by new rules, be it less', () => {
    const now = counted({ terminal_calls: 2 }, { rules: 3 });
    assert.equal(remembering(counted({ terminal_calls: 5 }, { rules: 2 }), now).lifetime.terminal_calls, 2);
  });

  it('is counted anew by a full scan, be it less', () => {
    assert.equal(
      recounted(counted({ terminal_calls: 5 }), counted({ terminal_calls: 2 })).lifetime.terminal_calls,
      2,
    );
  });

  for (const { scan, merge } of [
    { scan: 'a scan', merge: remembering },
    { scan: 'a full scan', merge: recounted },
  ]) {
    it(`keeps everything where all its messages are gone, in ${scan} too, and by its own rules`, () => {
      const before = counted(
        { terminal_calls: 5, message_count: 9 },
        { rules: 1, days: { own: 10, last: 11, earlier: [] } },
      );
      const kept = merge(before, emptied({ rules: 2 }));
      assert.deepEqual(kept.lifetime, before.lifetime);
      assert.deepEqual([kept.rules, kept.days, kept.rows], [1, before.days, NO_ROWS]);
    });
  }

  it('keeps nothing for the dashboard, which remembers nothing', () => {
    const now = counted({ terminal_calls: 2 });
    const { dashboard, lifetime } = remembering(counted({ terminal_calls: 5 }), now);
    assert.deepEqual([dashboard?.stats.terminal_calls, lifetime.terminal_calls], [2, 5]);
  });

  it("keeps the dashboard's figures where its rows are the very same, and only there", () => {
    const before = counted({});
    const now = counted({}, { dashboard: null });
    assert.equal(remembering(before, now).dashboard?.generation, 'any');
    assert.equal(remembering(before, { ...now, rows: { ...ROWS, mark: 1 } }).dashboard, null);
  });

  it('keeps a place that its row no longer tells', () => {
    const before = counted({});
    const now = counted({});
    const { facts } = remembering(before, { ...now, facts: { ...now.facts, repoRoot: null, cwd: '/other' } });
    assert.deepEqual([facts.repoRoot, facts.cwd], [before.facts.repoRoot, '/other']);
  });
});
