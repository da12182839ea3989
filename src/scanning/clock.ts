/** Epoch seconds, fractions included, as Hermes and the shared files have them. */
export function nowSeconds(): number {
  return Date.now() / 1000;
}
