/** Nearest-rank percentile, `p` in 0..1. @throws Error without values */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Runs a step so many times, one after the other. */
export async function repeat<T>(times: number, step: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let index = 0; index < times; index++) results.push(await step(index));
  return results;
}

/**
 * Runs several things by turns, so that whatever else the machine does meanwhile falls on all of them alike.
 * @returns for each what its runs gave
 */
export async function alternate<T extends readonly (() => Promise<unknown>)[]>(
  rounds: number,
  ...steps: T
): Promise<{ [Index in keyof T]: Awaited<ReturnType<T[Index]>>[] }> {
  const results: unknown[][] = steps.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, step] of steps.entries()) results[index]!.push(await step());
  }
  return results as { [Index in keyof T]: Awaited<ReturnType<T[Index]>>[] };
}
