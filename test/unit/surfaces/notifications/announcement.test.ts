import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TierName } from '../../../../src/badges/achievement.ts';
import type { UnlockNews } from '../../../../src/badges/unlocks/detect.ts';
import { announcementOf, type Occasion } from '../../../../src/surfaces/notifications/announcement.ts';
import type { Translate } from '../../../../src/words/translate.ts';
import { madeUpHistory } from '../../../panel/madeUpHistory.ts';

const { snapshot } = madeUpHistory();
const english: Translate = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

function rose(id: string, to_tier: TierName): UnlockNews {
  return { id, kind: 'tier_up', from_tier: 'Copper', to_tier, at: 1 };
}

function unlocked(id: string, to_tier: TierName | null): UnlockNews {
  return { id, kind: 'unlock', from_tier: null, to_tier, at: 1 };
}

function announced(news: readonly UnlockNews[], change: Partial<Occasion> = {}) {
  return announcementOf({ news, first: false, snapshot, level: 'all', ...change }, english);
}

describe('an announcement', () => {
  it('of one badge names it, and leads to it', () => {
    assert.deepEqual(announced([unlocked('let_him_cook', 'Gold')]), {
      message: 'Badge unlocked: Let Him Cook (Gold).',
      badge: 'let_him_cook',
    });
  });

  it('of up to three names them all, and leads to what is new', () => {
    assert.deepEqual(announced([rose('let_him_cook', 'Gold'), unlocked('subagent_commander', null)]), {
      message: 'Let Him Cook rose from Copper to Gold. Badge unlocked: Subagent Commander.',
      badge: null,
    });
  });

  it('of more names the best, then the number', () => {
    const news = [
      unlocked('subagent_commander', 'Copper'),
      unlocked('browser_possession', null),
      rose('let_him_cook', 'Diamond'),
      rose('citation_goblin', 'Silver'),
    ];
    assert.equal(
      announced(news)?.message,
      'Let Him Cook rose from Copper to Diamond. 2 more unlocked, 1 more rose.',
    );
  });

  it('of a first scan is its figures alone', () => {
    const { unlocked_count, total_count } = snapshot;
    assert.deepEqual(announced([unlocked('let_him_cook', 'Gold')], { first: true }), {
      message: `Hermes history read. ${unlocked_count} of ${total_count} badges unlocked.`,
      badge: null,
    });
  });

  it('is made of gold and up alone where the setting says so', () => {
    const news = [rose('let_him_cook', 'Silver'), rose('subagent_commander', 'Gold')];
    assert.equal(announced(news, { level: 'goldAndUp' })?.badge, 'subagent_commander');
    assert.equal(announced(news.slice(0, 1), { level: 'goldAndUp' }), undefined);
  });

  it('is none where the setting says so, and where there is nothing', () => {
    assert.equal(announced([rose('let_him_cook', 'Gold')], { level: 'off' }), undefined);
    assert.equal(announced([], { first: true }), undefined);
  });

  it('puts a blank between sentences only where the language does', () => {
    const tight: Translate = (message, ...values) =>
      english(message === '{0} {1}' ? '{0}{1}' : message, ...values);
    const news = [unlocked('let_him_cook', null), unlocked('subagent_commander', null)];
    const occasion = { news, first: false, snapshot, level: 'all' } as const;
    assert.equal(
      announcementOf(occasion, tight)?.message,
      'Badge unlocked: Let Him Cook.Badge unlocked: Subagent Commander.',
    );
  });
});
