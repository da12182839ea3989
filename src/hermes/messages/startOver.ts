/**
 * What was met cannot be counted in the way that was begun: everything counted of the session so far is void, and it is
 * to be read again from the start in a more careful way.
 */
export class StartOver extends Error {
  override name = 'StartOver';
}
