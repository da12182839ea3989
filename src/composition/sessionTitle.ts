import type { Snapshot } from '../files/shared/snapshot.ts';

/** The title of a session that contributed to a badge; undefined when the snapshot does not know it. */
export function sessionTitle(snapshot: Snapshot | undefined, sessionId: string): string | undefined {
  for (const { contributors, requirements, evidence } of snapshot?.achievements ?? []) {
    const named = [...(contributors ?? []), ...(requirements ?? []).flatMap((part) => part.contributors)];
    const found = [...named, ...(evidence ? [evidence] : [])].find(
      ({ session_id }) => session_id === sessionId,
    );
    if (found) return found.title;
  }
  return undefined;
}
