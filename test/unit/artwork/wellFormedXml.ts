import assert from 'node:assert/strict';

const ELEMENT = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z_:][\w:.-]*="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /[^<]+/y;
const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)="([^"<]*)"/g;
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
}

/**
 * Reads the strict subset of XML that our drawings use (elements, quoted attributes, text; no comments, CDATA,
 * processing instructions or doctype) and fails on anything that is not well-formed.
 * @returns all elements in document order
 */
export function assertWellFormed(xml: string): XmlElement[] {
  assert.doesNotMatch(xml, FORBIDDEN);
  assert.doesNotMatch(xml, STRAY_AMPERSAND);
  const source = xml.trimEnd();
  const elements: XmlElement[] = [];
  const open: string[] = [];
  for (let at = 0; at < source.length; ) {
    const text = matchAt(TEXT, source, at);
    if (text) {
      assert.ok(open.length > 0, `text outside of the root element at ${at}`);
      at += text[0].length;
      continue;
    }
    const tag = matchAt(ELEMENT, source, at);
    assert.ok(tag, `no element at ${at}: ${source.slice(at, at + 60)}`);
    at += tag[0].length;
    const [, closing, name, attributes, empty] = tag;
    if (closing) {
      assert.equal(name, open.pop(), `wrong closing tag before ${at}`);
      assert.ok(open.length > 0 || at === source.length, 'something follows the root element');
      continue;
    }
    assert.ok(open.length > 0 || elements.length === 0, 'a second root element');
    elements.push({ name: name!, attributes: attributesOf(attributes!) });
    if (!empty) open.push(name!);
  }
  assert.deepEqual(open, [], 'elements that are not closed');
  return elements;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of source.matchAll(ATTRIBUTE)) {
    assert.ok(!attributes.has(name!), `attribute ${name} twice`);
    attributes.set(name!, value!);
  }
  return attributes;
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
