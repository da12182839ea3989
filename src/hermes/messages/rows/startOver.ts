/**
 * What was met cannot be counted in the way that was begun: everything counted of the session so far is void, and it is
 * to be read again from the start in a more careful way.
 */
class StartOver extends Error {
  override name = 'StartOver';
}

/** Thrown for many a session; nobody asks where, and to find that out would cost more than reading a few rows. */
export const START_OVER: Error = new StartOver('The session is to be read again in another way');
