import type { Hermes } from '../../../src/sample/operations/hermes.ts';
import { Random } from '../../../src/sample/random.ts';
import { OPERATIONS, perform } from './randomOperations.ts';

/** Which operations may be drawn: none that removes what was counted, also such that remove sessions, or all. */
export type Removals = 'none' | 'sessions' | 'all';

export interface RestlessOptions {
  /** The same seed, on the same history, does the same. */
  readonly seed: string;
  readonly removals?: Removals;
  /** Operations that are not done, by name. */
  readonly without?: readonly string[];
  /** Another Hermes, on a history like this one, that does the same but never removes anything. */
  readonly faithful?: Hermes;
}

const FIRST_MOMENT = Date.UTC(2026, 2, 6, 21) / 1000;

const REMOVALS: Readonly<Record<Removals, readonly string[]>> = {
  none: [],
  sessions: ['a session'],
  all: ['a session', 'messages'],
};

/** Does one thing after another to a history, at random. */
export class RestlessHermes {
  readonly #hermes: Hermes;
  readonly #faithful: Hermes | undefined;
  readonly #random: Random;
  readonly #entries: readonly (readonly [string, number])[];
  /** Sessions that lost messages: where nothing is removed they look otherwise, so that nothing else is done to them. */
  readonly #left = new Set<string>();
  #clock = FIRST_MOMENT;
  #made = 0;

  constructor(hermes: Hermes, { seed, removals = 'none', without = [], faithful }: RestlessOptions) {
    this.#hermes = hermes;
    this.#faithful = faithful;
    this.#random = new Random(seed);
    const allowed = REMOVALS[removals];
    this.#entries = Object.entries(OPERATIONS)
      .filter(([name]) => !without.includes(name))
      .filter(([, { removes }]) => removes === undefined || allowed.includes(removes))
      .map(([name, { weight }]) => [name, weight] as const);
  }

  /** Does one operation. @returns what it was, for whoever reads of a failure */
  step(): string {
    const random = this.#random;
    // Pauses of minutes, now and then of a day: sessions run over midnight.
    this.#clock = Math.round((this.#clock + random.logNormal(1200, 1.6)) * 1000) / 1000;
    const sessions = this.#sessions();
    const name = sessions.length === 0 ? 'start' : random.weighted(this.#entries);
    const sessionId = sessions.length === 0 ? '' : random.pick(sessions);
    const scene = { sessionId, newId: `restless-${++this.#made}`, now: this.#clock };
    const seed = random.hex(8);
    const removes = OPERATIONS[name]?.removes;
    perform(name, { ...this.#hermes, random: new Random(seed) }, scene);
    if (this.#faithful && !removes) perform(name, { ...this.#faithful, random: new Random(seed) }, scene);
    if (this.#faithful && removes === 'messages') this.#left.add(sessionId);
    return `${name}: ${sessionId || scene.newId}`;
  }

  /** The latest sessions: older ones are left alone, as real ones are. */
  #sessions(): string[] {
    return this.#hermes.database.connection
      .prepare('SELECT id FROM sessions ORDER BY rowid DESC LIMIT 30')
      .all()
      .map(([id]) => `${id}`)
      .filter((id) => !this.#left.has(id));
  }
}
