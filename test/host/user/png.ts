import assert from 'node:assert/strict';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Width and height of a PNG, from its header. */
export function pngSize(bytes: Buffer): readonly [number, number] {
  assert.equal(bytes.toString('latin1', 0, 8), SIGNATURE, 'this is no PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
