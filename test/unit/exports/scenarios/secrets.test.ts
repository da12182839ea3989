import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Achievement } from '../../../../src/badges/achievement.ts';
import { metricsOf } from '../../../../src/badges/catalogue/badge.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { metricLabel } from '../../../../src/badges/catalogue/metricLabels.ts';
import { BADGE_TEXTS } from '../../../../src/badges/catalogue/texts.ts';
import { EXPORT_FORMATS, exportSnapshot } from '../../../../src/exports/exportSnapshot.ts';
import { emptySnapshot, smallSnapshot, snapshotOf } from '../snapshots.ts';

const SECRET_BADGES = CATALOGUE.filter((badge) => 'secret' in badge && badge.secret);

/** Every text that would tell which badge it is, but those that it shares with badges that are no secret. */
const TELLING = SECRET_BADGES.flatMap((badge) => [
  badge.id,
  badge.name,
  BADGE_TEXTS[badge.id].description,
  BADGE_TEXTS[badge.id].criteria,
  ...metricsOf(badge)
    .filter((metric) => metric !== 'total_errors')
    .flatMap((metric) => [metric, metricLabel(metric)]),
]);

/** What another program could have written: state `secret`, but with everything that it hides. */
function unredacted(): Achievement[] {
  return emptySnapshot().achievements.map((achievement): Achievement => {
    const badge = SECRET_BADGES.find(({ id }) => id === achievement.id);
    if (!badge) return achievement;
    const { id, name, icon } = badge;
    return {
      ...achievement,
      ...BADGE_TEXTS[id],
      id,
      name,
      icon,
      ...('metric' in badge ? { threshold_metric: badge.metric } : {}),
    };
  });
}

describe('secrets in exports', () => {
  for (const format of EXPORT_FORMATS) {
    for (const state of [undefined, 'secret'] as const) {
      const which = state ?? 'the usual';
      it(`are not told by ${format} of ${which} badges`, () => {
        const text = exportSnapshot(emptySnapshot(), format, { state });
        assert.deepEqual(
          TELLING.filter((telling) => text.includes(telling)),
          [],
        );
      });

      it(`are not told by ${format} of ${which} badges, even if the snapshot tells them`, () => {
        const text = exportSnapshot(snapshotOf(unredacted()), format, { state });
        assert.deepEqual(
          TELLING.filter((telling) => text.includes(telling)),
          [],
        );
      });
    }

    it(`appear nameless in ${format}`, () => {
      assert.ok(exportSnapshot(emptySnapshot(), format, { state: 'secret' }).includes('???'));
    });
  }

  it('have no figure in JSON', () => {
    const { achievements } = JSON.parse(exportSnapshot(emptySnapshot(), 'json', { state: 'secret' }));
    assert.deepEqual(Object.keys(achievements[0]), [
      'name',
      'description',
      'category',
      'icon',
      'state',
      'criteria',
    ]);
  });

  it('stand behind all other badges, where their place tells nothing', () => {
    const { achievements } = JSON.parse(exportSnapshot(emptySnapshot(), 'json'));
    const states = achievements.map(({ state }: Achievement) => state);
    assert.equal(states.indexOf('secret'), states.lastIndexOf('discovered') + 1);
  });

  it('are no secret any more once something has counted', () => {
    assert.match(exportSnapshot(smallSnapshot(), 'json', { state: 'discovered' }), /Rollback Wizard/);
  });
});
