import type { LocalDay } from '../../calendar/isoDay.ts';

/** The days on which different things (models, providers) were first seen, while sessions that bring them come and go. */
export class Arrivals {
  /** For each thing how many sessions bring it, by day. */
  readonly #sessions = new Map<string, Map<LocalDay, number>>();
  #firsts: readonly LocalDay[] | undefined;

  /** @param by 1 for a session that came, -1 for one that went */
  count(thing: string, day: LocalDay, by: 1 | -1): void {
    const days = this.#sessions.get(thing) ?? new Map<LocalDay, number>();
    const sessions = (days.get(day) ?? 0) + by;
    if (sessions > 0) days.set(day, sessions);
    else days.delete(day);
    if (days.size > 0) this.#sessions.set(thing, days);
    else this.#sessions.delete(thing);
    this.#firsts = undefined;
  }

  /** The day of each first sight, rising. */
  firsts(): readonly LocalDay[] {
    this.#firsts ??= [...this.#sessions.values()]
      .map((days) => Math.min(...days.keys()))
      .sort((a, b) => a - b);
    return this.#firsts;
  }
}
