import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MedalOptions, medalSvg } from '../../../src/artwork/medal.ts';
import { MEDAL_FORMS } from '../../../src/artwork/medalForms.ts';
import { RANK_COLOURS } from '../../../src/artwork/tierColours.ts';
import { TIER_NAMES } from '../../../src/badges/achievement.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from './wellFormedXml.ts';

const GOLD: MedalOptions = { tier: 'Gold', icon: 'flame', state: 'unlocked', size: 96 };

const EVERY_RANK: MedalOptions[] = [
  ...[...TIER_NAMES, null].map((tier) => ({ ...GOLD, tier })),
  ...[...TIER_NAMES, null].map((nextTier) => ({
    ...GOLD,
    tier: null,
    nextTier,
    state: 'discovered' as const,
  })),
  { ...GOLD, tier: null, state: 'secret' },
];

const rankName = ({ state, tier, nextTier }: MedalOptions): string =>
  `${state} ${tier ?? nextTier ?? 'without tier'}`;

describe('medal', () => {
  for (const options of EVERY_RANK) {
    for (const size of [20, 96, 480]) {
      it(`is a self-contained drawing when ${rankName(options)} at ${size} px`, () => {
        const elements = assertWellFormed(medalSvg({ ...options, size }));
        assertSelfContained(elements);
        assert.deepEqual(brokenIds(elements), []);
      });
    }
  }

  it('has a contour of its own for each rank', () => {
    const contours = Object.values(MEDAL_FORMS).map((form) => form.contour);
    assert.equal(new Set(contours).size, contours.length);
  });

  it('shows what is still locked as the contour of the next tier', () => {
    const svg = medalSvg({ ...GOLD, tier: null, nextTier: 'Diamond', state: 'discovered' });
    assert.ok(svg.includes(`d="${MEDAL_FORMS.Diamond.contour}"`));
  });

  it('shows what is still locked without any metal', () => {
    const svg = medalSvg({ ...GOLD, tier: null, nextTier: 'Gold', state: 'discovered' });
    assert.doesNotMatch(svg, new RegExp(`Gradient|${RANK_COLOURS.Gold.body}`));
  });

  it('shows an unlocked badge without tiers as a shield', () => {
    assert.ok(medalSvg({ ...GOLD, tier: null }).includes(`d="${MEDAL_FORMS.feat.contour}"`));
  });

  it('seals a secret whatever its icon and tiers are', () => {
    const sealed = (icon: string, nextTier: 'Gold' | null): string =>
      medalSvg({ tier: null, nextTier, icon, state: 'secret', size: 96 });
    assert.equal(sealed('rewind', 'Gold'), sealed('plug', null));
  });

  it('is the same text for the same options', () => {
    assert.equal(medalSvg(GOLD), medalSvg({ ...GOLD }));
  });

  it('keeps its ids apart from those of other medals on the page', () => {
    const pages = [
      [GOLD, { ...GOLD, tier: 'Silver' as const }, { ...GOLD, icon: 'wine' }, { ...GOLD, tier: null }],
      [
        { ...GOLD, id: 'card let_him_cook' },
        { ...GOLD, id: 'next let_him_cook' },
      ],
    ];
    for (const page of pages) {
      assert.deepEqual(brokenIds(assertWellFormed(`<g>${page.map(medalSvg).join('')}</g>`)), []);
    }
  });

  it('leaves out the ornament where it would be smaller than a pixel', () => {
    const shapes = (size: number): number => medalSvg({ ...GOLD, size }).split(/<(?=path|circle)/).length;
    assert.ok(shapes(20) <= shapes(96) - 4);
  });

  it('is hidden from screen readers without a title', () => {
    assert.match(medalSvg(GOLD), /^<svg [^>]*aria-hidden="true"/);
  });

  it('has its title as accessible name, escaped', () => {
    const svg = medalSvg({ ...GOLD, title: 'Gold & <b>"flame"</b>' });
    assert.match(
      svg,
      /^<svg [^>]*role="img"[^>]*><title>Gold &amp; &lt;b&gt;&quot;flame&quot;&lt;\/b&gt;<\/title>/,
    );
  });

  it('stays well-formed whatever its id is', () => {
    assert.deepEqual(brokenIds(assertWellFormed(medalSvg({ ...GOLD, id: '"><script>)(#&\u0000' }))), []);
  });
});
