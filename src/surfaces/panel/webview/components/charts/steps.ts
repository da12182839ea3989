/** Where each arrow key leads along things in a row: so many further. */
export type ArrowSteps = Readonly<Record<string, number>>;

/** Where a key leads to among numbers from 0 to `last`; undefined for a key that leads nowhere. */
export function stepAlong(index: number, last: number, key: string, arrows: ArrowSteps): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = arrows[key];
  return step === undefined ? undefined : Math.min(last, Math.max(0, index + step));
}
