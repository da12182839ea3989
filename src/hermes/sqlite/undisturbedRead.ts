import { isDeepStrictEqual } from 'node:util';
import { type RowDigest, sameRows } from '../changes/digest.ts';
import type { SessionHeader } from '../sessions/header.ts';

/** How often a session that is written to all the time is read without keeping its writer waiting. */
const TRIES = 4;

/** What a session looks like from outside. */
interface Outline {
  readonly header: SessionHeader | undefined;
  readonly rows: RowDigest;
}

/**
 * Reads one session without a lock that holds it still: again, where it looked another way before than afterwards.
 * @returns what came of it, to be called: the result, or the error thrown; undefined when it was changed each time
 */
export function readUndisturbed<T>(outline: () => Outline, read: () => T): (() => T) | undefined {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = outline();
    const result = attempt(read);
    if (isSameOutline(before, outline())) return result;
  }
  return undefined;
}

/** What was read while it changed may have led anywhere, to an error too. */
function attempt<T>(act: () => T): () => T {
  try {
    const result = act();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function isSameOutline(before: Outline, now: Outline): boolean {
  return sameRows(before.rows, now.rows) && isDeepStrictEqual(before.header, now.header);
}
