import * as v from 'valibot';
import { INITIAL_VIEW, type ViewState, ViewStateSchema } from '../protocol/viewState.ts';

/** The part of VS Code's `Memento` that is used. */
export interface KeyValueStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What an earlier version did not remember is as it is at first; its page History is the time line now. */
const StoredViewSchema = v.pipe(
  v.looseObject({}),
  v.transform((stored) => ({
    ...INITIAL_VIEW,
    ...stored,
    ...(stored['tab'] === 'history' ? { tab: 'timeline' } : {}),
  })),
  ViewStateSchema,
);

const MemorySchema = v.object({
  view: v.fallback(StoredViewSchema, INITIAL_VIEW),
  seen_until: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
  recap_in: v.fallback(v.nullable(v.string()), null),
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

  /** The week or month in which a recap stood on top of the panel last, as `2026-W10` or `2026-03`. */
  recapIn(home: string): string | null {
    return this.#read(home).recap_in;
  }

  async saveView(home: string, view: ViewState): Promise<void> {
    await this.#store.update(key(home), { ...this.#read(home), view });
  }

  async saveSeen(home: string, until: number): Promise<void> {
    const memory = this.#read(home);
    if (until <= (memory.seen_until ?? Number.NEGATIVE_INFINITY)) return;
    await this.#store.update(key(home), { ...memory, seen_until: until });
  }

  async saveRecapIn(home: string, period: string): Promise<void> {
    await this.#store.update(key(home), { ...this.#read(home), recap_in: period });
  }

  #read(home: string): Memory {
    const stored = v.safeParse(MemorySchema, this.#store.get(key(home)));
    return stored.success ? stored.output : { view: INITIAL_VIEW, seen_until: null, recap_in: null };
  }
}

function key(home: string): string {
  return `panel:${home}`;
}
