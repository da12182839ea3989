import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const WINDOW = 1024 * 1024;

/** A file read from front to back, and elsewhere now and then. Bytes that the disk refuses are zeros. */
export class FileWindow {
  readonly size: number;
  readonly #fd: number;

  /** @throws Node's error when there is no such file */
  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    this.size = fstatSync(this.#fd).size;
  }

  /** The whole file in pieces of a length, the last one filled up with zeros. */
  *pieces(length: number): Generator<Buffer, void, void> {
    for (let start = 0; start < this.size; start += WINDOW) {
      const window = this.#read(start, Math.min(WINDOW, this.size - start));
      for (let at = 0; at < window.length; at += length) {
        const piece = window.subarray(at, at + length);
        yield piece.length === length ? piece : Buffer.concat([piece], length);
      }
    }
  }

  /** The bytes from a place on; what is beyond the end is zeros. */
  bytes(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    try {
      readSync(this.#fd, bytes, 0, length, at);
    } catch {
      bytes.fill(0);
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** One sector that cannot be read must not cost its neighbours. */
  #read(start: number, length: number): Buffer {
    const window = Buffer.alloc(length);
    try {
      readSync(this.#fd, window, 0, length, start);
      return window;
    } catch {
      return Buffer.concat(sectors(start, length).map(([at, size]) => this.bytes(at, size)));
    }
  }
}

const SECTOR = 512;

function sectors(start: number, length: number): [at: number, size: number][] {
  return Array.from({ length: Math.ceil(length / SECTOR) }, (_, index) => {
    const at = start + index * SECTOR;
    return [at, Math.min(SECTOR, start + length - at)];
  });
}
