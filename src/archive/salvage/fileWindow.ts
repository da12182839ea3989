import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const WINDOW = 4 * 1024 * 1024;

/** A file read in large pieces, of which one is kept. Bytes beyond its end, or that the disk refuses, are zeros. */
export class FileWindow {
  readonly size: number;
  readonly #fd: number;
  #from = 0;
  #window = Buffer.alloc(0);

  /** @throws Node's error when there is no such file */
  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    this.size = fstatSync(this.#fd).size;
  }

  /** The bytes from a place on; valid until the next call. */
  bytes(at: number, length: number): Buffer {
    if (at < this.#from || at + length > this.#from + this.#window.length) this.#move(at, length);
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #move(at: number, length: number): void {
    this.#window = Buffer.alloc(Math.max(WINDOW, length));
    this.#from = at;
    try {
      readSync(this.#fd, this.#window, 0, this.#window.length, at);
    } catch {
      // One sector that cannot be read must not cost its neighbours.
      this.#window = Buffer.alloc(length);
      try {
        readSync(this.#fd, this.#window, 0, length, at);
      } catch {
        this.#window.fill(0);
      }
    }
  }
}
