/**
 * How many characters of each text may be shown so that all of them together stay within `budget`: texts below the
 * limit are whole, only longer ones are cut.
 * @param lengths of the texts
 */
export function textLimit(lengths: readonly number[], budget: number): number {
  const ascending = Float64Array.from(lengths).sort();
  let room = budget;
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(room / (ascending.length - index));
    if (length > share) return share;
    room -= length;
  }
  return Number.POSITIVE_INFINITY;
}
