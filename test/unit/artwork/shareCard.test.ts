import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ShareCard, shareCardSvg } from '../../../src/artwork/shareCard.ts';
import { textWidth } from '../../../src/artwork/textLayout.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from './wellFormedXml.ts';

const CARD: ShareCard = {
  tier: 'Gold',
  icon: 'flame',
  name: 'Let Him Cook',
  category: 'Agent Autonomy',
  rank: 'Gold',
  description: 'One goal, one session, the whole kitchen.',
  figures: ['1,845 tool calls in one session'],
  unlocked: 'Unlocked on November 21, 2026',
  product: 'Hermes Achievements',
};

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);

describe('share card', () => {
  it('is a self-contained drawing of 1200 by 630', () => {
    const elements = assertWellFormed(shareCardSvg(CARD));
    assertSelfContained(elements);
    assert.deepEqual(brokenIds(elements), []);
    assert.equal(elements[0]!.attributes.get('viewBox'), '0 0 1200 630');
  });

  it('says what was unlocked, at which tier, by which figure and when', () => {
    assert.deepEqual(textsOf(shareCardSvg(CARD)), [
      'Gold',
      'Agent Autonomy',
      'Let Him Cook',
      'One goal, one session, the whole kitchen.',
      '1,845 tool calls in one session',
      'Unlocked on November 21, 2026',
      'Hermes Achievements',
    ]);
  });

  it('breaks a long name over two lines', () => {
    const texts = textsOf(shareCardSvg({ ...CARD, name: 'This Was Supposed To Be Quick' }));
    assert.equal(texts.slice(2, 4).join(' '), 'This Was Supposed To Be Quick');
  });

  it('starts a text that reads from right to left at the right edge', () => {
    assert.match(
      shareCardSvg({ ...CARD, name: 'حارس الذاكرة' }),
      /<text x="1156" direction="rtl" [^>]*>حارس الذاكرة</,
    );
  });

  it('leaves room between the day and the product, however long the month is called', () => {
    const unlocked = 'Unlocked on September 30, 2026';
    const svg = shareCardSvg({ ...CARD, unlocked });
    const [day, product] = [unlocked, CARD.product].map((text) => {
      const [, x, size] = new RegExp(`x="(\\d+)" y="576" font-size="(\\d+)"[^>]*>${text}<`).exec(svg)!;
      return { x: Number(x), width: textWidth(text, Number(size)) };
    });
    assert.ok(day!.x + day!.width < product!.x - product!.width - 20);
  });

  it('joins the figures of a badge with several requirements', () => {
    const texts = textsOf(
      shareCardSvg({ ...CARD, tier: null, figures: ['50 git commands', '500 tool calls'] }),
    );
    assert.ok(texts.includes('50 git commands · 500 tool calls'));
  });

  it('keeps every line above the footer', () => {
    const long = 'a long sentence that goes on '.repeat(40);
    const svg = shareCardSvg({ ...CARD, name: long, description: long, figures: [long] });
    const bottoms = [...svg.matchAll(/<text [^>]*\by="([\d.]+)"/g)]
      .map((match) => Number(match[1]))
      .slice(0, -2);
    assert.ok(Math.max(...bottoms) < 520, `${bottoms}`);
  });

  it('stays well-formed and self-contained whatever the words are', () => {
    const word = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(word, word, word, (name, description, unlocked) => {
        const elements = assertWellFormed(shareCardSvg({ ...CARD, name, description, unlocked }));
        assertSelfContained(elements);
      }),
    );
  });
});
