import { deflateSync } from 'node:zlib';
import { changeBetween } from './changes.ts';
import { BYTES_PER_PIXEL, type Image, type Rectangle } from './image.ts';
import { joinChunks, type PngChunk, uint16, uint32 } from './pngChunks.ts';
import { FILTER_NUMBERS, filterRows } from './rowFilters.ts';

export interface Frame {
  readonly image: Image;
  /** How long it is shown. */
  readonly milliseconds: number;
}

const TRUE_COLOUR_WITH_OPACITY = 6;
const LEAVE_AS_IT_IS = 0;
const DRAW_OVER = 1;

/**
 * An animated PNG that begins again when it has ended. After the first frame only what changes is stored; a frame that
 * looks like the one before lengthens that one.
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (!first) throw new Error('A film needs a frame');
  const { width, height } = first.image;
  const whole = { x: 0, y: 0, width, height };
  const stored = [{ place: whole, pixels: first.image.pixels, milliseconds: first.milliseconds }];
  for (const [index, { image, milliseconds }] of frames.entries()) {
    if (index === 0) continue;
    const change = changeBetween(frames[index - 1]!.image, image);
    if (change) stored.push({ ...change, milliseconds });
    else stored.at(-1)!.milliseconds += milliseconds;
  }
  let order = 0;
  const pieces = stored.flatMap(({ place, pixels, milliseconds }, index): PngChunk[] => {
    const control = frameControl(order++, place, milliseconds);
    const packed = pack(pixels, place.width * BYTES_PER_PIXEL);
    // What knows nothing of animation shows the first frame.
    if (index === 0) return [control, { type: 'IDAT', data: packed }];
    return [control, { type: 'fdAT', data: Buffer.concat([uint32(order++), packed]) }];
  });
  return joinChunks([
    { type: 'IHDR', data: header(width, height) },
    { type: 'acTL', data: Buffer.concat([uint32(stored.length), uint32(0)]) },
    ...pieces,
    { type: 'IEND', data: new Uint8Array() },
  ]);
}

function header(width: number, height: number): Buffer {
  return Buffer.concat([uint32(width), uint32(height), Buffer.from([8, TRUE_COLOUR_WITH_OPACITY, 0, 0, 0])]);
}

function frameControl(order: number, place: Rectangle, milliseconds: number): PngChunk {
  const { x, y, width, height } = place;
  const where = [order, width, height, x, y].map(uint32);
  const delay = [uint16(Math.min(65_535, Math.round(milliseconds))), uint16(1000)];
  return {
    type: 'fcTL',
    data: Buffer.concat([...where, ...delay, Buffer.from([LEAVE_AS_IT_IS, DRAW_OVER])]),
  };
}

/** Through whichever filter makes it smallest. */
function pack(pixels: Uint8Array, stride: number): Buffer {
  const attempts = FILTER_NUMBERS.map((filter) =>
    deflateSync(filterRows(pixels, stride, filter), { level: 9 }),
  );
  return attempts.reduce((best, attempt) => (attempt.length < best.length ? attempt : best));
}
