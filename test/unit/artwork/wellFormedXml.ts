import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
}

/** Fails on what is not well-formed. @returns all elements in document order */
export function assertWellFormed(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error.message));
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: new Map(Object.entries(attributes)) }),
  );
  parser.write(xml).close();
  return elements;
}

const DRAWING_ELEMENTS = new Set([
  'svg',
  'desc',
  'title',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
]);

/**
 * Fails on what a strict content security policy would block or a viewer would fetch: anything but drawing elements,
 * event handlers, style attributes, links, and references that leave the document.
 */
export function assertSelfContained(elements: readonly XmlElement[]): void {
  for (const { name, attributes } of elements) {
    assert.ok(DRAWING_ELEMENTS.has(name), `<${name}> in a drawing`);
    for (const [attribute, value] of attributes) {
      assert.doesNotMatch(attribute, /^(on|style$|class$|href$|xlink:)/i, `${attribute} on <${name}>`);
      if (attribute !== 'xmlns') assert.doesNotMatch(value, /url\((?!#)|\w:\/\/|data:|javascript:/i);
    }
  }
}

/** Ids that are used twice, and references to ids that do not exist. */
export function brokenIds(elements: readonly XmlElement[]): string[] {
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const references = elements.flatMap(({ attributes }) =>
    [...attributes.values()].flatMap((value) => /^url\(#(.+)\)$/.exec(value)?.[1] ?? []),
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
    ...references.filter((id) => !ids.includes(id)),
  ];
}
