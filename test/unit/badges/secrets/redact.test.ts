import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metricsOf } from '../../../../src/badges/catalogue/badge.ts';
import {
  type BadgeMetric,
  CATALOGUE,
  type CatalogueBadge,
} from '../../../../src/badges/catalogue/catalogue.ts';
import { METRIC_WORDS } from '../../../../src/badges/catalogue/metricLabels.ts';
import { BADGE_TEXTS } from '../../../../src/badges/catalogue/texts.ts';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { sealSecrets } from '../../../../src/badges/secrets/redact.ts';
import { SECRET_TEXT } from '../../../../src/badges/secrets/text.ts';

const secretBadges = CATALOGUE.filter((badge) => badge.secret);

function wordsThatGiveAway(badge: CatalogueBadge): string[] {
  const labels = metricsOf(badge).map((metric) => METRIC_WORDS[metric as BadgeMetric][0]);
  return [
    badge.name,
    `"${badge.icon}"`,
    ...Object.values(BADGE_TEXTS[badge.id]),
    ...metricsOf(badge),
    ...labels,
  ];
}

describe('a secret in the result of an evaluation', () => {
  for (const badge of secretBadges) {
    it(`gives away nothing of ${badge.id} but its id`, () => {
      const { id, ...shown } = evaluate({}).find((achievement) => achievement.id === badge.id)!;
      const text = JSON.stringify(shown).toLowerCase();
      for (const word of wordsThatGiveAway(badge)) {
        assert.ok(!text.includes(word.toLowerCase()), word);
      }
    });
  }

  it('has the generic name, words and icon', () => {
    const { name, description, criteria, icon } = evaluate({}).find((badge) => badge.state === 'secret')!;
    assert.deepEqual({ name, description, criteria, icon }, { ...SECRET_TEXT, icon: 'secret' });
  });

  it('keeps its category and its thresholds', () => {
    const { category, tiers } = evaluate({}).find((badge) => badge.id === 'rollback_wizard')!;
    assert.equal(category, 'Hermes Native');
    assert.equal(tiers?.[0]?.threshold, 500);
  });
});

describe('achievements with their secrets sealed', () => {
  it('contain no id of a secret anywhere', () => {
    const text = JSON.stringify(sealSecrets(evaluate({})));
    for (const badge of secretBadges) assert.ok(!text.includes(badge.id), badge.id);
  });

  it('differ between secrets by alias and category alone', () => {
    const seen = sealSecrets(evaluate({}))
      .filter((badge) => badge.state === 'secret')
      .map(({ id, category, ...rest }) => JSON.stringify(rest));
    assert.equal(new Set(seen).size, 1);
  });

  it('still tell all secrets apart', () => {
    assert.equal(new Set(sealSecrets(evaluate({})).map((badge) => badge.id)).size, CATALOGUE.length);
  });

  it('put secrets last, in an order that is not the order of the catalogue', () => {
    const achievements = evaluate({});
    const secrets = achievements.filter((badge) => badge.state === 'secret');
    const tail = sealSecrets(achievements).slice(-secrets.length);
    assert.ok(tail.every((badge) => badge.state === 'secret'));
    assert.notDeepEqual(
      tail.map((badge) => badge.category),
      secrets.map((badge) => badge.category),
    );
  });

  it('know a secret by the same alias after another one was discovered', () => {
    const aliases = (aggregate: Parameters<typeof evaluate>[0]) =>
      new Set(sealSecrets(evaluate(aggregate)).map((badge) => badge.id));
    const before = aliases({});
    const after = aliases({ rollback_events: 1 });
    const gone = [...before].filter((id) => !after.has(id));
    assert.equal(gone.length, 1);
    assert.deepEqual(
      [...after].filter((id) => !before.has(id)),
      ['rollback_wizard'],
    );
  });

  it('keep the ids and order of all others', () => {
    const open = (list: ReturnType<typeof evaluate>) =>
      list.filter((badge) => badge.state !== 'secret').map((badge) => badge.id);
    assert.deepEqual(open(sealSecrets(evaluate({}))), open(evaluate({})));
  });
});
