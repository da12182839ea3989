/** Just enough of WebAssembly's binary format to write one function over one memory. */

/** A piece of code. */
export type Code = readonly number[];

const I32 = 0x7f;
const EMPTY = 0x40;

export const local = (index: number): Code => [0x20, ...unsigned(index)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const set = (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)];
export const add = (left: Code, right: Code): Code => [...left, ...right, 0x6a];
export const subtract = (left: Code, right: Code): Code => [...left, ...right, 0x6b];
export const and = (left: Code, right: Code): Code => [...left, ...right, 0x71];
export const or = (left: Code, right: Code): Code => [...left, ...right, 0x72];
export const atLeast = (left: Code, right: Code): Code => [...left, ...right, 0x4e];
export const isZero = (value: Code): Code => [...value, 0x45];
export const loadByte = (address: Code, offset = 0): Code => [...address, 0x2d, 0, ...unsigned(offset)];
export const load = (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x36,
  2,
  ...unsigned(offset),
];
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, EMPTY, ...then, 0x0b];
/** Runs the body, and again as long as the condition holds after it. */
export const repeatWhile = (body: Code, condition: Code): Code => [
  0x03,
  EMPTY,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];

/**
 * A module that exports `run(…parameters)` without a result, and `memory`.
 * @param pages of 64 KB
 */
export function wasmModule(
  parameters: number,
  locals: number,
  pages: number,
  body: Code,
): Uint8Array<ArrayBuffer> {
  const types = [...new Array<number>(parameters).fill(I32)];
  const code = [1, ...unsigned(locals), I32, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...vector(types), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...name('run'), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...vector(code)]),
  ]);
}

const section = (id: number, content: Code): Code => [id, ...vector(content)];
const vector = (content: Code): Code => [...unsigned(content.length), ...content];
const name = (text: string): Code => vector([...new TextEncoder().encode(text)]);

/** LEB128. */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** LEB128 with a sign. */
function signed(value: number): Code {
  const bytes: number[] = [];
  for (; value < -64 || value > 63; value >>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value & 0x7f];
}
