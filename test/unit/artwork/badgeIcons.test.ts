import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { iconShapes } from '../../../src/artwork/badgeIcons.ts';
import { CATALOGUE } from '../../../src/badges/catalogue/catalogue.ts';
import { SECRET_ICON } from '../../../src/badges/secrets/redact.ts';
import { assertSelfContained, assertWellFormed } from './wellFormedXml.ts';

describe('badge icons', () => {
  const icons = new Set<string>([...CATALOGUE.map((badge) => badge.icon), SECRET_ICON]);

  it('draw every icon key of the catalogue and the secret one, each differently', () => {
    assert.equal(new Set([...icons].map(iconShapes)).size, icons.size);
  });

  for (const icon of icons) {
    it(`draw ${icon} with shapes alone`, () => {
      const elements = assertWellFormed(`<g>${iconShapes(icon)}</g>`);
      assertSelfContained(elements);
      assert.ok(elements.length > 1);
    });
  }

  for (const key of ['', 'from-a-newer-version', 'constructor', '__proto__']) {
    it(`draw the unknown key "${key}" as the secret icon`, () =>
      assert.equal(iconShapes(key), iconShapes('secret')));
  }
});
