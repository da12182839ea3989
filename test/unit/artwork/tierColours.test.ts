import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MedalRank, RANK_COLOURS, rankOf } from '../../../src/artwork/tierColours.ts';
import { contrast } from '../../support/contrast.ts';

/** Editor, side bar and high-contrast backgrounds of VS Code's default themes. */
const DARK = ['#1f1f1f', '#181818', '#000000'];
const LIGHT = ['#ffffff', '#f8f8f8'];

function assertContrast(colour: string, grounds: readonly string[], least: number): void {
  for (const ground of grounds) {
    const found = contrast(colour, ground);
    assert.ok(found >= least, `${colour} on ${ground} is ${found.toFixed(2)}:1`);
  }
}

describe('tier colours', () => {
  it('measures contrast as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  });

  for (const [rank, colours] of Object.entries(RANK_COLOURS)) {
    it(`writes ${rank} readably on dark backgrounds`, () => assertContrast(colours.textOnDark, DARK, 4.5));

    it(`writes ${rank} readably on light backgrounds`, () => assertContrast(colours.textOnLight, LIGHT, 4.5));

    it(`tells the contour of ${rank} from every background`, () =>
      assertContrast(colours.edge, [...DARK, ...LIGHT], 3));

    const grounds = rank === 'locked' ? [...DARK, ...LIGHT] : [colours.faceLit, colours.faceShaded];
    it(`tells the icon of ${rank} from what it is drawn on`, () =>
      assertContrast(colours.engraving, grounds, 3));
  }

  const ranks: [Parameters<typeof rankOf>[0], MedalRank][] = [
    [{ state: 'unlocked', tier: 'Gold' }, 'Gold'],
    [{ state: 'unlocked', tier: null }, 'feat'],
    [{ state: 'discovered', tier: null }, 'locked'],
    [{ state: 'secret', tier: null }, 'secret'],
  ];
  for (const [badge, rank] of ranks) {
    it(`gives a badge that is ${badge.state} at tier ${badge.tier} the colours of ${rank}`, () =>
      assert.equal(rankOf(badge), rank));
  }
});
