import { inflateSync } from 'node:zlib';
import { BYTES_PER_PIXEL, type Image } from './image.ts';
import { splitChunks } from './pngChunks.ts';
import { unfilterRows } from './rowFilters.ts';

/** Bytes of a pixel by the format's kind of colour: without opacity, and with it. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** The picture in a PNG as browsers write them: true colour, eight bits, not interlaced. */
export function readPng(file: Uint8Array): Image {
  const chunks = splitChunks(file);
  const header = Buffer.from(chunks[0]!.data);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const pixelBytes = PIXEL_BYTES[header[9]!];
  if (header[8] !== 8 || pixelBytes === undefined || header[12] !== 0)
    throw new Error('A PNG of another kind');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = unfilterRows(inflateSync(packed), width * pixelBytes, pixelBytes);
  return { width, height, pixels: pixelBytes === BYTES_PER_PIXEL ? pixels : opaque(pixels) };
}

function opaque(colours: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((colours.length / 3) * BYTES_PER_PIXEL).fill(255);
  for (let from = 0, to = 0; from < colours.length; from += 3, to += BYTES_PER_PIXEL) {
    pixels.set(colours.subarray(from, from + 3), to);
  }
  return pixels;
}
