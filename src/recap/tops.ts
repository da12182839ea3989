import type { WorkedSession } from '../activity/session.ts';
import type { Work } from '../activity/within.ts';

/** A tool, and how many sessions that were at work in the period used it. */
export interface TopTool {
  readonly name: string;
  readonly sessions: number;
}

/** A model or a folder, and how many messages of the period belong to it. */
export interface TopPlace {
  readonly name: string;
  readonly messages: number;
}

/** What was used most in a period, most first. */
export interface Tops {
  /** By sessions: of a session is known which tools it used, not on which of its days. */
  readonly tools: readonly TopTool[];
  /** By the name behind the last slash. */
  readonly models: readonly TopPlace[];
  readonly folders: readonly TopPlace[];
}

const SHOWN = 5;

/** Collects what was used in a time. */
export class TopsTally {
  readonly #tools = new Counts();
  readonly #models = new Counts();
  readonly #folders = new Counts();
  readonly #folderOf: (id: string) => string | null;

  /** @param folderOf where a session was at work; null where nothing tells it */
  constructor(folderOf: (id: string) => string | null) {
    this.#folderOf = folderOf;
  }

  add({ stats }: WorkedSession, { messages, tool_calls }: Work): void {
    if (tool_calls > 0) for (const tool of stats.tool_names) this.#tools.add(tool, 1);
    if (messages === 0) return;
    for (const model of stats.model_names) this.#models.add(model, messages);
    this.#folders.add(this.#folderOf(stats.session_id), messages);
  }

  tops(): Tops {
    const models = this.#models.renamed((model) => model.slice(model.lastIndexOf('/') + 1));
    const counted = (counts: Counts) => counts.most().map(([name, messages]) => ({ name, messages }));
    return {
      tools: this.#tools.most().map(([name, sessions]) => ({ name, sessions })),
      models: counted(models),
      folders: counted(this.#folders),
    };
  }
}

class Counts {
  /** A count is changed in its place: names are looked up some million times. */
  readonly #counts = new Map<string, { count: number }>();

  add(name: string | null, count: number): void {
    if (!name) return;
    const known = this.#counts.get(name);
    if (known) known.count += count;
    else this.#counts.set(name, { count });
  }

  /** The same under other names, those of one name together. */
  renamed(nameOf: (name: string) => string): Counts {
    const renamed = new Counts();
    for (const [name, { count }] of this.#counts) renamed.add(nameOf(name), count);
    return renamed;
  }

  /** Of equals the one that comes first by its letters' codes. */
  most(): (readonly [name: string, count: number])[] {
    return [...this.#counts]
      .map(([name, { count }]) => [name, count] as const)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, SHOWN);
  }
}
