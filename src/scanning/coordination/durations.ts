/** How many of the latest scans the percentiles look back on. */
const KEPT = 100;

/** Nearest-rank percentile, `p` in 0..1; null of nothing. */
export function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
}

/** The durations of the latest scans, in milliseconds, for the status report. */
export class Durations {
  readonly #latest: number[] = [];

  add(milliseconds: number): void {
    this.#latest.push(milliseconds);
    if (this.#latest.length > KEPT) this.#latest.shift();
  }

  get latest(): number | null {
    return this.#latest.at(-1) ?? null;
  }

  percentile(p: number): number | null {
    return percentile(this.#latest, p);
  }
}
