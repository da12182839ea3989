import { BYTES_PER_PIXEL, type Image, type Rectangle } from './image.ts';

/** What has to be drawn over a picture to make the next one of it. */
export interface Change {
  readonly place: Rectangle;
  /** The pixels of that place; those that stay are transparent. */
  readonly pixels: Uint8Array;
}

/** @returns null where both are alike */
export function changeBetween(before: Image, after: Image): Change | null {
  const [from, to] = [words(before), words(after)];
  const place = boundsOf(from, to, after.width);
  if (!place) return null;
  const change = new Uint32Array(place.width * place.height);
  for (let y = 0; y < place.height; y++) {
    for (let x = 0; x < place.width; x++) {
      const at = (place.y + y) * after.width + place.x + x;
      if (from[at] !== to[at]) change[y * place.width + x] = to[at]!;
    }
  }
  return { place, pixels: new Uint8Array(change.buffer) };
}

/** The smallest rectangle that holds every pixel that differs. */
function boundsOf(from: Uint32Array, to: Uint32Array, width: number): Rectangle | null {
  let [left, right, top, bottom] = [width, -1, -1, -1];
  for (let at = 0; at < to.length; at++) {
    if (from[at] === to[at]) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    if (top < 0) top = y;
    bottom = y;
  }
  return top < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** One number a pixel. */
function words({ pixels }: Image): Uint32Array {
  return new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / BYTES_PER_PIXEL);
}
