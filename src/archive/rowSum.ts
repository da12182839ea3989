import { crc32 } from 'node:zlib';

/**
 * What tells a row that was written by us from one that was damaged since.
 * @param table the table's name, so that a row of one is none of another
 * @param body the row's JSON
 * @param rest whatever else the row holds
 */
export function rowSum(table: string, body: string, ...rest: readonly (string | number)[]): number {
  return crc32(body, crc32(`${table} ${rest.join(' ')}`));
}
