import { closeSync, openSync, readSync } from 'node:fs';

/** A place in a write-ahead log: behind a frame that ends a transaction. */
export interface LogPosition {
  /** The log's header, in hexadecimal: another one once the log was started over. */
  readonly header: string;
  /** How many frames lie before it. */
  readonly frames: number;
  /** The checksum in the last of them, over everything up to there. */
  readonly checksum: readonly [number, number];
}

/** What was written to a log behind a place. */
export interface LogTail {
  /** The newest image of each page that was written, whether its transaction has ended or not. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /**
   * A place that everybody can see who begins to read from now on. Behind the last transaction it need not be: its
   * writer puts the frames there first, and shows them then. But nobody begins another one before that.
   */
  readonly published: LogPosition;
}

/** A longer tail costs more to read than all sessions do to compare. */
const MOST_BYTES = 12 * 1024 * 1024;
const FRAMES_A_READ = 32;

const HEADER = { bytes: 32, pageSize: 8, salts: 16, checksum: 24 };
const FRAME = { bytes: 24, page: 0, databaseSize: 4, salts: 8, checksum: 16 };
const SALT_BYTES = 8;
/** Checksums are of little-endian words. Logs of machines with the other order are not read. */
const LITTLE_ENDIAN_MAGIC = 0x377f0682;
const IS_LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/**
 * Reads what was written to a write-ahead log behind a place. The log is a file without locks: opening and closing it
 * takes nobody's.
 * @param from null: from the beginning
 * @returns null when that place is no more, or the tail is too long, or the log not one that can be read like this
 * @throws the file system's error
 */
export function readTail(path: string, from: LogPosition | null): LogTail | null {
  const descriptor = openSync(path, 'r');
  try {
    const header = readAt(descriptor, 0, HEADER.bytes);
    if (header.length < HEADER.bytes || header.readUInt32BE(0) !== LITTLE_ENDIAN_MAGIC || !IS_LITTLE_ENDIAN)
      return null;
    const start = from ?? beginningOf(header);
    return start.header === header.toString('hex') ? new Frames(descriptor, header, start).read() : null;
  } finally {
    closeSync(descriptor);
  }
}

function beginningOf(header: Buffer): LogPosition {
  return { header: header.toString('hex'), frames: 0, checksum: checksumAt(header, HEADER.checksum) };
}

class Frames {
  readonly #descriptor: number;
  readonly #header: Buffer;
  readonly #start: LogPosition;
  readonly #frameBytes: number;
  readonly #pages = new Map<number, Uint8Array>();

  constructor(descriptor: number, header: Buffer, start: LogPosition) {
    this.#descriptor = descriptor;
    this.#header = header;
    this.#start = start;
    this.#frameBytes = FRAME.bytes + header.readUInt32BE(HEADER.pageSize);
  }

  read(): LogTail | null {
    let [published, ended] = [this.#start, this.#start];
    let { frames, checksum } = this.#start;
    if (!this.#isStill(frames, checksum)) return null;
    for (;;) {
      const block = readAt(this.#descriptor, this.#offsetOf(frames), FRAMES_A_READ * this.#frameBytes);
      const whole = Math.floor(block.length / this.#frameBytes);
      for (let index = 0; index < whole; index++) {
        const frame = block.subarray(index * this.#frameBytes, (index + 1) * this.#frameBytes);
        const sum = this.#checked(frame, checksum);
        if (!sum) return { pages: this.#pages, published };
        [checksum, frames] = [sum, frames + 1];
        this.#pages.set(frame.readUInt32BE(FRAME.page), frame.subarray(FRAME.bytes));
        if (frame.readUInt32BE(FRAME.databaseSize) === 0) continue;
        published = ended;
        ended = { header: this.#start.header, frames, checksum };
      }
      if (whole < FRAMES_A_READ) return { pages: this.#pages, published };
      if ((frames - this.#start.frames) * this.#frameBytes > MOST_BYTES) return null;
    }
  }

  /** The frame before the start is the one that it was. */
  #isStill(frames: number, [first, second]: readonly [number, number]): boolean {
    if (frames === 0) return true;
    const frame = readAt(this.#descriptor, this.#offsetOf(frames - 1), FRAME.bytes);
    if (frame.length < FRAME.bytes) return false;
    const [nowFirst, nowSecond] = checksumAt(frame, FRAME.checksum);
    return first === nowFirst && second === nowSecond;
  }

  /** The checksum up to and with a frame; undefined for one of an older round, or that is not whole. */
  #checked(frame: Buffer, before: readonly [number, number]): [number, number] | undefined {
    const salts = this.#header.subarray(HEADER.salts, HEADER.salts + SALT_BYTES);
    if (salts.compare(frame, FRAME.salts, FRAME.salts + SALT_BYTES) !== 0) return undefined;
    const [first, second] = summed(
      summed(before, frame.subarray(0, FRAME.salts)),
      frame.subarray(FRAME.bytes),
    );
    const [storedFirst, storedSecond] = checksumAt(frame, FRAME.checksum);
    return first === storedFirst && second === storedSecond ? [first, second] : undefined;
  }

  #offsetOf(frames: number): number {
    return HEADER.bytes + frames * this.#frameBytes;
  }
}

/** SQLite's checksum, gone on with over more bytes, of which there are a multiple of eight. */
function summed([first, second]: readonly [number, number], bytes: Buffer): [number, number] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let [a, b] = [first, second];
  for (let index = 0; index < words.length; index += 2) {
    a = (a + words[index]! + b) >>> 0;
    b = (b + words[index + 1]! + a) >>> 0;
  }
  return [a, b];
}

function checksumAt(bytes: Buffer, offset: number): [number, number] {
  return [bytes.readUInt32BE(offset), bytes.readUInt32BE(offset + 4)];
}

/** Memory of its own, so that words in it lie where words may lie. */
function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length));
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
}
