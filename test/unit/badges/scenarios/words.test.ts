import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { metricLabel, metricPhrase } from '../../../../src/badges/catalogue/metricLabels.ts';
import { BADGE_TEXTS } from '../../../../src/badges/catalogue/texts.ts';

describe('the words of the badges', () => {
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
