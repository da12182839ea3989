import { crc32 } from 'node:zlib';

/**
 * What tells a row that was written by us from one that was damaged since.
 * @param table the table's name, so that a row of one is none of another
 * @param body the row's JSON
 * @param rest whatever else the row holds
 */
export function rowSum(table: string, body: string, ...rest: readonly (string | number)[]): number {
  let start = hashOf(table, 0);
  for (const part of rest) start = hashOf(String(part), start);
  return crc32(body, start);
}

/** Of short texts: the way to native code and back takes longer. */
function hashOf(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ text.length) >>> 0;
}
