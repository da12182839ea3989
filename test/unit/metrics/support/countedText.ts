import type { TestContext } from 'node:test';
import { Matching } from '../../../../src/metrics/automaton/matching.ts';

/** A repetition, a look-around or an optional part in a regular expression whose escapes and classes are taken out. */
const REPETITION = /[*+?{]/;
const ESCAPES_AND_CLASSES = /\\.|\[(?:\\.|[^\]])*\]/g;

/** Counts what is looked at, each as often as it is: the work, whatever the machine. */
class Looks {
  count = 0;
  readonly #most: number;

  /** @param most so many are enough: what goes on beyond them may go on for hours */
  constructor(most: number) {
    this.#most = most;
  }

  add(some: number): void {
    this.count += some;
    if (this.count > this.#most) throw new Error(`More is looked at than ${this.#most} times`);
  }
}

/**
 * How many bytes of a text are looked at while something is done with it.
 * @throws Error where it is more than `most`
 */
export function bytesLookedAt(
  t: TestContext,
  bytes: Uint8Array,
  most: number,
  act: (text: Uint8Array) => void,
): number {
  const looks = new Looks(most);
  const known: Record<string, unknown> = {
    length: bytes.length,
    // For strings, which are counted below.
    buffer: bytes.buffer,
    byteOffset: bytes.byteOffset,
    subarray: (from: number, to: number) => {
      looks.add(to - from);
      return bytes.subarray(from, to);
    },
    indexOf: (byte: number, from: number) => {
      const at = bytes.indexOf(byte, from);
      looks.add((at < 0 ? bytes.length : at + 1) - from);
      return at;
    },
  };
  const text = new Proxy(bytes, {
    get(_, name) {
      const index = Number(name);
      if (Number.isInteger(index)) {
        looks.add(1);
        return bytes[index];
      }
      if (typeof name === 'string' && name in known) return known[name];
      throw new Error(`It is not known what ${String(name)} looks at`);
    },
  });
  const string = Matching.prototype.string;
  const mocked = t.mock.method(
    Matching.prototype,
    'string',
    function (this: Matching, start: number, end: number) {
      looks.add(end - start);
      return string.call(this, start, end);
    },
  );
  try {
    act(text);
  } finally {
    mocked.mock.restore();
  }
  return looks.count;
}

/**
 * How many characters are looked at while something is searched in strings. A search by a regular expression without
 * repetition costs what it passes over; what one with a repetition costs, nobody knows.
 * @throws Error where it is more than `most`, or not known
 */
export function charactersLookedAt(most: number, act: () => void): number {
  const looks = new Looks(most);
  const { exec } = RegExp.prototype;
  const { slice, lastIndexOf, startsWith } = String.prototype;
  const searchedFor = new Set<string>();
  RegExp.prototype.exec = function (text) {
    searchedFor.add(this.source);
    const from = this.lastIndex;
    const match = exec.call(this, text);
    looks.add((match ? this.lastIndex : text.length) - from);
    return match;
  };
  String.prototype.slice = function (from, to) {
    const part = slice.call(this, from, to);
    looks.add(part.length);
    return part;
  };
  String.prototype.lastIndexOf = function (this: string, part, from = this.length) {
    const at = lastIndexOf.call(this, part, from);
    looks.add(from - at);
    return at;
  };
  String.prototype.startsWith = function (part, at) {
    looks.add(part.length);
    return startsWith.call(this, part, at);
  };
  try {
    act();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { slice, lastIndexOf, startsWith });
  }
  for (const source of searchedFor) {
    if (REPETITION.test(source.replace(ESCAPES_AND_CLASSES, '')))
      throw new Error(`It is not known what ${source} looks at`);
  }
  return looks.count;
}
