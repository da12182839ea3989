import * as v from 'valibot';
import { INITIAL_VIEW, type ViewState, ViewStateSchema } from '../protocol.ts';

/** The part of VS Code's `Memento` that is used. */
export interface KeyValueStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What an earlier version did not remember is as it is at first. */
const StoredViewSchema = v.pipe(
  v.looseObject({}),
  v.transform((stored) => ({ ...INITIAL_VIEW, ...stored })),
  ViewStateSchema,
);

const MemorySchema = v.object({
  view: v.fallback(StoredViewSchema, INITIAL_VIEW),
  seen_until: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
});
type Memory = v.InferOutput<typeof MemorySchema>;

/** Remembers for each Hermes home, profile included, how the panel was left and what the user has seen in it. */
export class PanelMemory {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  view(home: string): ViewState {
    return this.#read(home).view;
  }

  /** Epoch seconds; null when the panel never showed this home. */
  seenUntil(home: string): number | null {
    return this.#read(home).seen_until;
  }

  async saveView(home: string, view: ViewState): Promise<void> {
    await this.#store.update(key(home), { ...this.#read(home), view });
  }

  async saveSeen(home: string, until: number): Promise<void> {
    const memory = this.#read(home);
    if (until <= (memory.seen_until ?? Number.NEGATIVE_INFINITY)) return;
    await this.#store.update(key(home), { ...memory, seen_until: until });
  }

  #read(home: string): Memory {
    const stored = v.safeParse(MemorySchema, this.#store.get(key(home)));
    return stored.success ? stored.output : { view: INITIAL_VIEW, seen_until: null };
  }
}

function key(home: string): string {
  return `panel:${home}`;
}
