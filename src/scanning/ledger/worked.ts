import { daysOfWork } from '../../activity/days.ts';
import type { WorkedHistory, WorkedSession } from '../../activity/session.ts';
import { folderOf } from '../../hermes/usage/folder.ts';
import { type Placed, Projects } from '../../usage/projects.ts';
import type { Ledger } from './ledger.ts';

/** Everything that happened, day by day: what really happened, in whatever mode badges are counted. */
export function workedHistory(ledger: Ledger): WorkedHistory {
  const sessions = { [Symbol.iterator]: () => workedSessions(ledger) };
  return { sessions, days: ledger.overTime?.days() ?? daysOfWork(sessions) };
}

function* workedSessions(ledger: Ledger): Generator<WorkedSession, void, void> {
  for (const { lifetime, days, goneAt } of ledger.records())
    yield { stats: lifetime, days, deleted: goneAt !== null };
}

/** In which folder each session was at work: its repository, else its folder, else that of an ancestor (usage.md, "Groups"). */
export function foldersOf(ledger: Ledger): (id: string) => string | null {
  // Many sessions are at work in few places.
  const folders = new Map<string | null, string | null>([[null, null]]);
  const trimmed = (path: string | null): string | null => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const folder = folderOf(path);
    folders.set(path, folder);
    return folder;
  };
  const ownOf = (id: string): string | null => {
    const facts = ledger.get(id)?.facts;
    return facts ? (trimmed(facts.repoRoot) ?? trimmed(facts.cwd)) : null;
  };
  const projects = new Projects({
    get(id): Placed | undefined {
      const facts = ledger.get(id)?.facts;
      return facts && { folder: ownOf(id), parent: facts.parent };
    },
  });
  return (id) => ownOf(id) ?? projects.of(id);
}
