import type { WorkedSession } from '../../activity/session.ts';
import { folderOf } from '../../hermes/usage/folder.ts';
import { type Placed, Projects } from '../../usage/projects.ts';
import type { Ledger } from './ledger.ts';

/** Every session with the days on which it was at work: what really happened, in whatever mode badges are counted. */
export function* workedSessions(ledger: Ledger): Generator<WorkedSession, void, void> {
  for (const { lifetime, days, goneAt } of ledger.records())
    yield { stats: lifetime, days, deleted: goneAt !== null };
}

/** In which folder each session was at work: its repository, else its folder, else that of an ancestor (usage.md, "Groups"). */
export function foldersOf(ledger: Ledger): (id: string) => string | null {
  const projects = new Projects({
    get(id): Placed | undefined {
      const facts = ledger.get(id)?.facts;
      return facts && { folder: folderOf(facts.repoRoot) ?? folderOf(facts.cwd), parent: facts.parent };
    },
  });
  return (id) => projects.of(id);
}
