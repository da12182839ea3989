import type { KeyValueStore } from '../../src/surfaces/panel/conversation/memory.ts';

/** A store in memory, in place of VS Code's. */
export class MapStore implements KeyValueStore {
  readonly #values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.#values.get(key);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
  }
}
