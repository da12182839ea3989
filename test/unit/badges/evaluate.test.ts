import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contribution } from '../../../src/badges/achievement.ts';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { BADGE_TEXTS } from '../../../src/badges/catalogue/texts.ts';
import { type EvaluationContext, evaluate } from '../../../src/badges/evaluate.ts';
import type { Aggregate } from '../../../src/metrics/session/stats.ts';

function badge(id: string, aggregate: Partial<Aggregate>, context?: EvaluationContext) {
  return evaluate(aggregate, context).find((achievement) => achievement.id === id)!;
}

const record = { unlocked_at: 1700000000, first_tier: 'Copper', evidence: null };
const held = { session_id: 's1', title: 'A long one', value: 250 };
const longest: Contribution = { ...held, started_at: 1_700_000_000 };
const contributions = { top: () => [longest] };

describe('evaluating an aggregate', () => {
  it('gives every badge in the order of the catalogue', () => {
    assert.deepEqual(
      evaluate({}).map((achievement) => achievement.id),
      CATALOGUE.map((facts) => facts.id),
    );
  });

  it('carries the words and facts of a badge', () => {
    const { name, description, criteria, icon, category, kind } = badge('let_him_cook', {});
    assert.deepEqual(
      { name, description, criteria, icon, category, kind },
      {
        name: 'Let Him Cook',
        ...BADGE_TEXTS.let_him_cook,
        icon: 'flame',
        category: 'Agent Autonomy',
        kind: 'best_session',
      },
    );
  });

  it('carries metric and ladder of a tiered badge', () => {
    const { threshold_metric, tiers, requirements } = badge('open_weights_pilgrim', {});
    assert.equal(threshold_metric, 'local_model_chat_sessions');
    assert.deepEqual(tiers?.[2], { name: 'Gold', threshold: 10 });
    assert.equal(requirements, undefined);
  });

  it('carries each requirement of a multi-condition badge with the figure of today', () => {
    const { requirements, tiers } = badge('ship_first_ask_later', { git_events: 7 });
    assert.deepEqual(requirements, [
      { metric: 'git_events', gte: 50, value: 7, contributors: [] },
      { metric: 'max_tool_calls_in_session', gte: 500, value: 0, contributors: [] },
    ]);
    assert.equal(tiers, undefined);
  });

  it('calls an open badge discovered before anything has counted', () => {
    const { state, discovered } = badge('terminal_goblin', {});
    assert.deepEqual({ state, discovered }, { state: 'discovered', discovered: true });
  });

  it('keeps every secret at zero secret', () => {
    const secret = evaluate({}).filter((achievement) => achievement.state === 'secret');
    assert.equal(secret.length, CATALOGUE.filter((facts) => facts.secret).length);
    assert.ok(secret.every((achievement) => !achievement.discovered));
  });

  it('discovers a secret with the first thing that counts', () => {
    const { state, discovered, name, secret } = badge('rollback_wizard', { rollback_events: 1 });
    assert.deepEqual(
      { state, discovered, name, secret },
      { state: 'discovered', discovered: true, name: 'Rollback Wizard', secret: true },
    );
  });

  it('discovers a multi-condition secret while its percentage is still 0', () => {
    const { state, progress } = badge('one_character_fix', { total_errors: 1 });
    assert.deepEqual({ state, progress }, { state: 'discovered', progress: 0 });
  });
});

describe('an unlocked badge', () => {
  it('shows when it was unlocked if that is recorded', () => {
    const unlocks = { let_him_cook: record };
    assert.equal(
      badge('let_him_cook', { max_tool_calls_in_session: 200 }, { unlocks }).unlocked_at,
      1700000000,
    );
  });

  it('shows no time while nothing is recorded', () => {
    assert.equal('unlocked_at' in badge('let_him_cook', { max_tool_calls_in_session: 200 }), false);
  });

  it('has the session that holds the maximum as evidence, in the shape of the dashboard', () => {
    const achievement = badge('let_him_cook', { max_tool_calls_in_session: 250 }, { contributions });
    assert.deepEqual(achievement.evidence, held);
  });

  it('has no evidence for a sum, but contributors', () => {
    const achievement = badge('terminal_goblin', { total_terminal_calls: 800 }, { contributions });
    assert.equal(achievement.evidence, null);
    assert.deepEqual(achievement.contributors, [longest]);
  });

  it('has contributors for each requirement of a multi-condition badge', () => {
    const { requirements } = badge('ship_first_ask_later', {}, { contributions });
    assert.deepEqual(
      requirements?.map((part) => part.contributors),
      [[longest], [longest]],
    );
  });
});

describe('a badge kept from earlier history', () => {
  const gone: Contribution = { session_id: 'deleted', title: 'Gone', value: 900 };
  const unlocks = { let_him_cook: { ...record, best_tier: 'Silver', evidence: gone } };

  it('is unlocked and says that it is kept', () => {
    const { state, unlocked, kept, tier } = badge('let_him_cook', {}, { unlocks });
    assert.deepEqual(
      { state, unlocked, kept, tier },
      { state: 'unlocked', unlocked: true, kept: true, tier: 'Silver' },
    );
  });

  it('shows the evidence it was recorded with, not the best session that is left', () => {
    assert.deepEqual(badge('let_him_cook', {}, { unlocks, contributions }).evidence, gone);
  });

  it('does not say so while today reaches its tier', () => {
    assert.equal('kept' in badge('let_him_cook', { max_tool_calls_in_session: 500 }, { unlocks }), false);
  });

  it('is no secret any more, even at zero', () => {
    const { state, discovered, name } = badge(
      'cache_hit_appreciator',
      {},
      { unlocks: { cache_hit_appreciator: record } },
    );
    assert.deepEqual(
      { state, discovered, name },
      { state: 'unlocked', discovered: true, name: 'Cache Hit Appreciator' },
    );
  });

  it('does not come from a record of a badge that nobody knows', () => {
    assert.equal(evaluate({}, { unlocks: { retired_badge: record } }).filter((a) => a.unlocked).length, 0);
  });
});
