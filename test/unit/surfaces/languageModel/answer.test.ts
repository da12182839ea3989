import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Achievement } from '../../../../src/badges/achievement.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { BADGE_TEXTS } from '../../../../src/badges/catalogue/texts.ts';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { answerQuestion } from '../../../../src/surfaces/languageModel/answer.ts';
import { parseQuestion } from '../../../../src/surfaces/languageModel/question.ts';
import { emptySnapshot, SESSION, smallSnapshot, snapshotOf } from '../../exports/snapshots.ts';

const SECRET_BADGES = CATALOGUE.filter((badge) => 'secret' in badge && badge.secret);

function text(input: object, snapshot: Snapshot = smallSnapshot(), sample = false): string {
  return answerQuestion(snapshot, parseQuestion(input), sample);
}

function ask(...asked: Parameters<typeof text>) {
  return JSON.parse(text(...asked));
}

function names(badges: { name: string }[]): string[] {
  return badges.map(({ name }) => name);
}

describe('the summary for a language model', () => {
  it('counts the badges by state', () => {
    const { unlocked_count, discovered_count, secret_count, total_count } = ask({ question: 'summary' });
    assert.equal(unlocked_count + discovered_count + secret_count, total_count);
  });

  it('tells when the figures were counted', () => {
    assert.equal(ask({ question: 'summary' }).figures_from, '2026-11-21T04:36:07.000Z');
  });

  it('says that nothing was counted yet', () => {
    assert.match(ask({ question: 'summary' }, emptySnapshot()).figures_from, /first time/);
  });

  it('says that figures are being refreshed', () => {
    assert.equal(ask({ question: 'summary' }, { ...smallSnapshot(), is_stale: true }).being_refreshed, true);
  });

  it('says that a scan has not reached the end of the history', () => {
    const whole = smallSnapshot();
    const partial: Snapshot = { ...whole, scan_meta: { ...whole.scan_meta, mode: 'in_progress' } };
    assert.equal(ask({ question: 'summary' }, partial).still_reading, true);
  });

  it('says that the history is made up', () => {
    assert.equal(ask({ question: 'summary' }, smallSnapshot(), true).made_up_sample_history, true);
  });
});

describe('the lists for a language model', () => {
  it('name every unlocked badge', () => {
    const unlocked = smallSnapshot().achievements.filter((badge) => badge.unlocked);
    assert.deepEqual(names(ask({ question: 'unlocked' }).unlocked).toSorted(), names(unlocked).toSorted());
  });

  it('name the last unlocked badge first', () => {
    const badges = smallSnapshot().achievements.map((badge) =>
      badge.id === 'autonomous_avalanche' ? { ...badge, unlocked_at: badge.unlocked_at! + 60 } : badge,
    );
    assert.equal(
      ask({ question: 'unlocked', limit: 1 }, snapshotOf(badges)).unlocked[0].name,
      'Autonomous Avalanche',
    );
  });

  it('count all unlocked badges, though they name only some', () => {
    const { unlocked_count, unlocked } = ask({ question: 'unlocked', limit: 1 });
    assert.deepEqual([unlocked_count > 1, unlocked.length], [true, 1]);
  });

  it('name the badge first that is nearest to its next tier', () => {
    const percents = ask({ question: 'nearest' }).nearest.map(
      (badge: { percent_to_next: number }) => badge.percent_to_next,
    );
    assert.deepEqual(
      percents,
      percents.toSorted((a: number, b: number) => b - a),
    );
  });

  it('give the figure, and the one that the next tier needs', () => {
    const { nearest } = ask({ question: 'nearest', limit: 60 });
    const cook = nearest.find((badge: { name: string }) => badge.name === 'Let Him Cook');
    const { next_threshold } = smallSnapshot().achievements.find(({ id }) => id === 'let_him_cook')!;
    assert.deepEqual(cook.counted, { figure: '612 tool calls in one session', next_at: next_threshold });
  });

  for (const question of ['unlocked', 'nearest', 'summary']) {
    it(`keep the titles of sessions to themselves: ${question}`, () => {
      assert.ok(!text({ question }).includes(SESSION.title));
    });
  }
});

describe('the answer about one badge', () => {
  for (const badge of ['Let Him Cook', 'let_him_cook', 'let him  COOK!']) {
    it(`finds it as "${badge}"`, () => {
      assert.equal(ask({ question: 'badge', badge }).badge.name, 'Let Him Cook');
    });
  }

  it('says why: what counts, and which tiers are reached', () => {
    const { what_counts, ladder } = ask({ question: 'badge', badge: 'Let Him Cook' }).badge;
    assert.equal(what_counts, BADGE_TEXTS.let_him_cook.criteria);
    assert.deepEqual(
      ladder.map((step: { reached: boolean }) => step.reached),
      [true, true, false, false, false],
    );
  });

  it('gives the sessions behind the figures, by title and figure alone', () => {
    const { top_sessions } = ask({ question: 'badge', badge: 'Let Him Cook' }).badge;
    assert.deepEqual(top_sessions, [{ title: SESSION.title, figure: SESSION.value }]);
  });

  it('gives each condition of a badge that has several', () => {
    const { conditions } = ask({ question: 'badge', badge: 'Ship First, Ask Later' }).badge;
    assert.deepEqual(
      conditions.map((condition: { met: boolean }) => condition.met),
      [true, true],
    );
  });

  it('shortens a title and makes what hides in it visible', () => {
    const title = `\u202egnp.exe\n${'x'.repeat(1_000_000)}`;
    const shown = ask({ question: 'badge', badge: 'Let Him Cook' }, smallSnapshot({ ...SESSION, title }));
    assert.match(shown.badge.top_sessions[0].title, /^\ufffdgnp\.exe x{110}…$/);
  });

  it('says so when there is no such badge', () => {
    assert.match(ask({ question: 'badge', badge: 'Employee of the Month' }).problem, /No badge/);
  });
});

describe('secrets in answers to a language model', () => {
  const sealed = emptySnapshot();
  const nonsense = text({ question: 'badge', badge: 'nonsense' }, sealed);

  for (const { id, name } of SECRET_BADGES) {
    it(`are no different from badges that do not exist: ${id}`, () => {
      assert.equal(text({ question: 'badge', badge: id }, sealed), nonsense);
      assert.equal(text({ question: 'badge', badge: name }, sealed), nonsense);
    });
  }

  for (const question of ['summary', 'unlocked', 'nearest']) {
    it(`are not told by ${question}, even if the snapshot tells them`, () => {
      const answer = text({ question, limit: 60 }, snapshotOf(sealed.achievements.map(unsealed)));
      assert.deepEqual(
        SECRET_BADGES.filter(({ id, name }) => answer.includes(id) || answer.includes(name)),
        [],
      );
    });
  }
});

/** What another program could have written: state `secret`, but with its name and with progress. */
function unsealed(badge: Achievement): Achievement {
  const told = SECRET_BADGES.find(({ id }) => id === badge.id);
  return told ? { ...badge, name: told.name, ...BADGE_TEXTS[told.id], progress: 9, progress_pct: 90 } : badge;
}
