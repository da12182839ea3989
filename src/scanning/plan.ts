import type { CheckpointEntry } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import type { RowDigest } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';
import type { Assignment } from './assignment.ts';
import type { Changes } from './changeFinder.ts';
import { reusableEntry } from './reuse.ts';

/** What a scan has to do. */
export interface Plan {
  /** How many sessions count. */
  readonly total: number;
  readonly analyse: readonly Assignment[];
  /** Sessions whose known figures still hold. */
  readonly reuse: readonly {
    readonly id: string;
    readonly entry: CheckpointEntry;
    readonly archived: boolean;
  }[];
  /** Sessions that no longer count at all. */
  readonly gone: readonly string[];
}

export interface PlanInput {
  readonly changes: Changes;
  readonly mode: HistoryMode;
  /** Analyse everything, whatever is known. */
  readonly full: boolean;
  readonly known: (id: string) => CheckpointEntry | undefined;
  /** The sessions that count so far; they may be those of a file that was replaced since. */
  readonly knownIds: Iterable<string>;
  /** The session with its display title; undefined when that cannot be read. */
  readonly complete: (header: SessionHeader, rows: RowDigest) => Session | undefined;
}

export function makePlan({ changes, mode, full, known, knownIds, complete }: PlanInput): Plan {
  const analyse: Assignment[] = [];
  const reuse: { id: string; entry: CheckpointEntry; archived: boolean }[] = [];
  const gone = [...changes.gone(knownIds)];
  for (const header of full ? changes.headers : changes.suspects) {
    const { id, archived } = header;
    const before = known(id);
    // The digest of a long session takes its time: it is not asked for where the answer is known.
    const added = full ? 0 : changes.newRows(id);
    const rows = added === 0 ? changes.digestOf(id) : undefined;
    const entry = before && rows && reusableEntry(before, header, rows, mode, () => complete(header, rows));
    if (entry && (!full || isLeftOut(header, mode))) reuse.push({ id, entry, archived });
    else if (!isLeftOut(header, mode))
      analyse.push({ id, rows: rows?.total ?? rowsBefore(before) + added, known: full ? undefined : before });
    // An archived session whose figures are out of date: they are of no use, in this mode or another.
    else if (before) gone.push(id);
  }
  return {
    total: changes.headers.filter((header) => !isLeftOut(header, mode)).length,
    analyse,
    reuse,
    gone,
  };
}

function rowsBefore(entry: CheckpointEntry | undefined): number {
  return entry?.vscode?.digest.total ?? 0;
}

function isLeftOut(header: SessionHeader, mode: HistoryMode): boolean {
  return header.archived && mode === 'dashboard';
}
