import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MEDAL_FORMS } from '../../../src/artwork/medalForms.ts';
import { exportSvg } from '../../../src/exports/exportSvg.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from '../artwork/wellFormedXml.ts';
import { emptySnapshot, smallSnapshot } from './snapshots.ts';

describe('SVG export', () => {
  for (const state of ['unlocked', 'discovered', 'secret'] as const) {
    it(`is a self-contained sheet of the ${state} badges`, () => {
      const elements = assertWellFormed(exportSvg(smallSnapshot(), { state }));
      assertSelfContained(elements);
      assert.deepEqual(brokenIds(elements), []);
    });
  }

  it('is a self-contained sheet without any badge', () => {
    assertSelfContained(assertWellFormed(exportSvg(emptySnapshot())));
  });

  it('shows name, tier with figure and day of each unlocked badge', () => {
    const svg = exportSvg(smallSnapshot(), { category: 'Agent Autonomy' });
    for (const text of ['Let Him Cook', 'Silver · 612', 'Olympian · 60,000', '2026-10-03']) {
      assert.ok(svg.includes(`>${text}</text>`), text);
    }
  });

  it('shows the medal of each tier', () => {
    const svg = exportSvg(smallSnapshot());
    for (const form of ['Silver', 'Olympian', 'feat'] as const)
      assert.ok(svg.includes(MEDAL_FORMS[form].contour), form);
  });

  it('shows how far a locked badge is', () => {
    assert.match(exportSvg(smallSnapshot(), { state: 'discovered' }), />3 \/ 5<\/text>/);
  });

  it('is as high as its rows need', () => {
    const height = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)![1]);
    assert.ok(
      height(exportSvg(smallSnapshot())) < height(exportSvg(smallSnapshot(), { state: 'discovered' })),
    );
  });
});
