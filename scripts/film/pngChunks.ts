import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One piece of a PNG file. */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Uint8Array;
}

/** The file that these chunks make up. */
export function joinChunks(chunks: readonly PngChunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** @throws Error where the bytes are no PNG, or damaged */
export function splitChunks(file: Uint8Array): PngChunk[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG');
  const chunks: PngChunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, end);
    if (end + 4 > bytes.length || crc32(body) !== bytes.readUInt32BE(end)) throw new Error('A damaged PNG');
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at = end + 4;
  }
  return chunks;
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
