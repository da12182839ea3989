/** The filters of PNG: each row is stored as differences from its neighbours, which packs better. */
import { BYTES_PER_PIXEL } from './image.ts';

type Predict = (left: number, above: number, aboveLeft: number) => number;

/** By their numbers in the format. */
const FILTERS: readonly Predict[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

export const FILTER_NUMBERS = FILTERS.keys().toArray();

/** All rows through one filter, each led by its number. */
export function filterRows(pixels: Uint8Array, stride: number, filter: number): Uint8Array {
  const predict = FILTERS[filter]!;
  const rows = pixels.length / stride;
  const out = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row++) {
    const to = row * (stride + 1);
    out[to] = filter;
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      out[to + 1 + x] = pixels[at]! - predictAt(predict, pixels, at, x, stride);
    }
  }
  return out;
}

/** The rows as they were before they were filtered. `pixelBytes` is how far the left neighbour is. */
export function unfilterRows(filtered: Uint8Array, stride: number, pixelBytes: number): Uint8Array {
  const rows = filtered.length / (stride + 1);
  const pixels = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    const from = row * (stride + 1);
    const predict = FILTERS[filtered[from]!];
    if (!predict) throw new Error(`There is no filter ${filtered[from]}`);
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      pixels[at] = filtered[from + 1 + x]! + predictAt(predict, pixels, at, x, stride, pixelBytes);
    }
  }
  return pixels;
}

function predictAt(
  predict: Predict,
  pixels: Uint8Array,
  at: number,
  x: number,
  stride: number,
  pixelBytes = BYTES_PER_PIXEL,
): number {
  const left = x >= pixelBytes ? pixels[at - pixelBytes]! : 0;
  const above = at >= stride ? pixels[at - stride]! : 0;
  const aboveLeft = x >= pixelBytes && at >= stride ? pixels[at - stride - pixelBytes]! : 0;
  return predict(left, above, aboveLeft);
}

/** Whichever neighbour is nearest to left + above − above left. */
function paeth(left: number, above: number, aboveLeft: number): number {
  const [toLeft, toAbove] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft)];
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
