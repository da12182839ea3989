import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CATEGORIES, TIER_NAMES } from '../../../src/badges/achievement.ts';
import { CATALOGUE } from '../../../src/badges/catalogue.ts';
import { METRIC_WORDS, metricLabel, metricPhrase } from '../../../src/badges/metricLabels.ts';
import { BADGE_TEXTS, SECRET_TEXT } from '../../../src/badges/texts.ts';

const bundle: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../l10n/badges.zh-cn.json', import.meta.url), 'utf8'),
);

const strings = new Set([
  ...Object.values(BADGE_TEXTS).flatMap((text) => [text.description, text.criteria]),
  ...Object.values(METRIC_WORDS).flat(),
  SECRET_TEXT.description,
  SECRET_TEXT.criteria,
  ...CATEGORIES,
  ...TIER_NAMES,
]);
const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the Chinese words of the badges', () => {
  it('exist for every English string', () => {
    assert.deepEqual(
      [...strings].filter((text) => !bundle[text]?.trim()),
      [],
    );
  });

  it('exist for no string that is used no more', () => {
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !strings.has(text)),
      [],
    );
  });

  it('keep every placeholder', () => {
    for (const text of strings) assert.deepEqual(placeholders(bundle[text] ?? ''), placeholders(text), text);
  });

  it('are Chinese', () => {
    for (const text of strings) assert.match(bundle[text] ?? '', /\p{Script=Han}/u, text);
  });

  it('leave no badge name translated', () => {
    assert.deepEqual(
      CATALOGUE.filter((badge) => bundle[badge.name]).map((badge) => badge.name),
      [],
    );
  });
});

describe('the English words of the badges', () => {
  it('describe no two badges alike', () => {
    assert.equal(new Set(Object.values(BADGE_TEXTS).map((text) => text.description)).size, CATALOGUE.length);
  });

  it('have a phrase for one and a phrase for many', () => {
    assert.equal(metricPhrase('total_terminal_calls', 1), '{0} terminal call');
    assert.equal(metricPhrase('total_terminal_calls', 0), '{0} terminal calls');
  });

  it('fall back to the bare figure and key for a metric of another version', () => {
    assert.equal(metricPhrase('brand_new_events', 3), '{0}');
    assert.equal(metricLabel('brand_new_events'), 'brand_new_events');
  });
});
