import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { animatedPng } from '../../../scripts/film/animatedPng.ts';
import type { Image, Rectangle } from '../../../scripts/film/image.ts';
import { type PngChunk, splitChunks } from '../../../scripts/film/pngChunks.ts';
import { readPng } from '../../../scripts/film/readPng.ts';
import { unfilterRows } from '../../../scripts/film/rowFilters.ts';

const [WIDTH, HEIGHT] = [7, 5];
const GREY = [40, 41, 44, 255];
const GOLD = [214, 168, 32, 255];

/** A grey picture with a golden rectangle in it. */
function picture(gold: Rectangle): Image {
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    const inside = x >= gold.x && x < gold.x + gold.width && y >= gold.y && y < gold.y + gold.height;
    return inside ? GOLD : GREY;
  });
  return { width: WIDTH, height: HEIGHT, pixels: Uint8Array.from(pixels.flat()) };
}

const EMPTY = picture({ x: 0, y: 0, width: 0, height: 0 });
const WITH_BAR = picture({ x: 1, y: 2, width: 3, height: 1 });
const WITH_LONGER_BAR = picture({ x: 1, y: 2, width: 5, height: 1 });

interface FrameControl {
  readonly place: Rectangle;
  readonly milliseconds: number;
}

function controls(file: Uint8Array): FrameControl[] {
  return chunksOf(file, 'fcTL').map(({ data }) => {
    const [width, height, x, y] = [4, 8, 12, 16].map((at) => Buffer.from(data).readUInt32BE(at));
    const [parts, whole] = [20, 22].map((at) => Buffer.from(data).readUInt16BE(at));
    return {
      place: { x: x!, y: y!, width: width!, height: height! },
      milliseconds: (1000 * parts!) / whole!,
    };
  });
}

function chunksOf(file: Uint8Array, type: string): PngChunk[] {
  return splitChunks(file).filter((chunk) => chunk.type === type);
}

/** Draws a frame that is stored as a change over the picture before it, as a viewer does. */
function drawn(before: Image, { place }: FrameControl, { data }: PngChunk): Uint8Array {
  const pixels = before.pixels.slice();
  const change = unfilterRows(inflateSync(data.subarray(4)), place.width * 4, 4);
  for (let at = 0; at < change.length; at += 4) {
    if (change[at + 3] === 0) continue;
    const [x, y] = [(at / 4) % place.width, Math.floor(at / 4 / place.width)];
    pixels.set(change.subarray(at, at + 4), ((place.y + y) * WIDTH + place.x + x) * 4);
  }
  return pixels;
}

describe('an animated PNG', () => {
  const file = animatedPng([
    { image: EMPTY, milliseconds: 100 },
    { image: WITH_BAR, milliseconds: 200 },
    { image: WITH_LONGER_BAR, milliseconds: 2500 },
  ]);

  it('shows its first frame where nothing is known of animation', () => {
    assert.deepEqual(readPng(file), EMPTY);
  });

  it('says how many frames it has and that it never ends', () => {
    const animation = Buffer.from(chunksOf(file, 'acTL')[0]!.data);
    assert.deepEqual([animation.readUInt32BE(0), animation.readUInt32BE(4)], [3, 0]);
  });

  it('shows each frame for as long as it was shown', () => {
    assert.deepEqual(
      controls(file).map(({ milliseconds }) => milliseconds),
      [100, 200, 2500],
    );
  });

  it('stores of a later frame the smallest rectangle that changes', () => {
    assert.deepEqual(
      controls(file).map(({ place }) => place),
      [
        { x: 0, y: 0, width: WIDTH, height: HEIGHT },
        { x: 1, y: 2, width: 3, height: 1 },
        { x: 4, y: 2, width: 2, height: 1 },
      ],
    );
  });

  it('gives each frame when its changes are drawn over the one before', () => {
    const [, second, third] = controls(file);
    const [toSecond, toThird] = chunksOf(file, 'fdAT');
    assert.deepEqual(drawn(EMPTY, second!, toSecond!), WITH_BAR.pixels);
    assert.deepEqual(drawn(WITH_BAR, third!, toThird!), WITH_LONGER_BAR.pixels);
  });

  it('numbers frames and their data in one row', () => {
    const numbered = splitChunks(file).filter(({ type }) => type === 'fcTL' || type === 'fdAT');
    assert.deepEqual(
      numbered.map(({ data }) => Buffer.from(data).readUInt32BE(0)),
      [0, 1, 2, 3, 4],
    );
  });

  it('lengthens a frame instead of storing it twice', () => {
    const still = animatedPng([
      { image: EMPTY, milliseconds: 100 },
      { image: EMPTY, milliseconds: 150 },
      { image: WITH_BAR, milliseconds: 10 },
    ]);
    assert.deepEqual(
      controls(still).map(({ milliseconds }) => milliseconds),
      [250, 10],
    );
  });
});

describe('reading a PNG', () => {
  it('refuses a file in which a byte is wrong', () => {
    const damaged = animatedPng([{ image: WITH_BAR, milliseconds: 1 }]);
    damaged[damaged.length - 20]! ^= 1;
    assert.throws(() => readPng(damaged), /damaged/);
  });

  it('refuses what is no PNG', () => {
    assert.throws(() => readPng(Buffer.from('GIF89a and so on')), /no PNG/);
  });
});
