import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INITIAL_VIEW } from '../../../../../../src/surfaces/panel/protocol/viewState.ts';
import {
  countByCategory,
  countByState,
  filteredBadges,
} from '../../../../../../src/surfaces/panel/webview/model/filtering.ts';
import { visibleWords } from '../../../../../../src/surfaces/panel/webview/words/badgeWords.ts';
import { madeUpHistory } from '../../../../../panel/madeUpHistory.ts';

const { achievements } = madeUpHistory().snapshot;
const names = (change: object): string[] =>
  filteredBadges(achievements, { ...INITIAL_VIEW, ...change }, visibleWords).map(({ name }) => name);

describe('filtering the badges', () => {
  it('shows all sixty at first', () => {
    assert.equal(names({}).length, 60);
  });

  it('shows the badges of a state', () => {
    const shown = filteredBadges(achievements, { ...INITIAL_VIEW, state: 'discovered' }, visibleWords);
    assert.ok(shown.length > 0 && shown.every((badge) => badge.state === 'discovered'));
  });

  it('shows the badges of a category', () => {
    const shown = filteredBadges(achievements, { ...INITIAL_VIEW, category: 'Lifestyle' }, visibleWords);
    assert.ok(shown.length > 0 && shown.every((badge) => badge.category === 'Lifestyle'));
  });

  it('finds a name in whatever case', () => {
    assert.deepEqual(names({ search: 'PIXEL gob' }), ['Pixel Goblin']);
  });

  it('finds badges that show every word, wherever it stands', () => {
    assert.deepEqual(names({ search: 'cook autonomy' }), ['Let Him Cook']);
    assert.deepEqual(names({ search: 'cook lifestyle' }), []);
  });

  it('finds letters with and without accents', () => {
    const badge = { ...achievements[0]!, name: 'Café' };
    const found = (search: string) =>
      filteredBadges([badge], { ...INITIAL_VIEW, search }, visibleWords).length;
    assert.equal(found('cafe'), 1);
    assert.equal(found('CAFÉ'), 1);
  });

  it('does not find a secret by the name it hides', () => {
    const secret = madeUpHistory().snapshot.achievements.find(({ state }) => state === 'secret');
    assert.ok(secret);
    assert.deepEqual(names({ search: secret.id.replaceAll('_', ' ') }), []);
    assert.ok(names({ search: '???' }).length > 0);
  });

  it('takes a search for text, not for a pattern', () => {
    assert.deepEqual(names({ search: '.*' }), []);
  });
});

describe('counting beside the filters', () => {
  it('counts each state under the other filters', () => {
    const counts = countByState(
      achievements,
      { ...INITIAL_VIEW, state: 'secret', category: 'Lifestyle' },
      visibleWords,
    );
    assert.equal(counts.all, names({ category: 'Lifestyle' }).length);
    assert.equal(counts.all, counts.unlocked + counts.discovered + counts.secret);
  });

  it('counts each category under the other filters', () => {
    const counts = countByCategory(
      achievements,
      { ...INITIAL_VIEW, state: 'unlocked', category: 'Lifestyle' },
      visibleWords,
    );
    assert.equal(counts.all, names({ state: 'unlocked' }).length);
    assert.equal(counts['Tool Mastery'], names({ state: 'unlocked', category: 'Tool Mastery' }).length);
  });

  it('counts what the search leaves', () => {
    assert.equal(
      countByState(achievements, { ...INITIAL_VIEW, search: 'pixel goblin' }, visibleWords).all,
      1,
    );
  });
});
