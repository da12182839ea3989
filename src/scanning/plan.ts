import type { CheckpointEntry } from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import { NO_SESSION_ROWS, type RowDigest } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';
import type { Assignment, Sighting } from './assignment.ts';
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
  const reuseOf = (before: CheckpointEntry, header: SessionHeader, rows: Sighting['rows']) => {
    if ('appended' in rows) return undefined;
    const { digest } = rows.all;
    return reusableEntry(before, header, digest, mode, () => complete(header, digest));
  };
  for (const header of full ? changes.headers : changes.suspects) {
    const { id, archived } = header;
    const before = known(id);
    const rows = rowsIn(changes, id);
    const entry = before && reuseOf(before, header, rows);
    if (entry && (!full || isLeftOut(header, mode))) reuse.push({ id, entry, archived });
    else if (!isLeftOut(header, mode)) {
      const sighting = { dataVersion: changes.dataVersion, header, rows };
      analyse.push({
        id,
        rows: countRows(rows, before),
        others: changes.others.get(id),
        known: full ? undefined : before,
        sighting,
      });
    }
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

function rowsIn({ appended, rows }: Changes, id: string): Sighting['rows'] {
  const added = appended.get(id);
  return added ? { appended: added } : { all: rows.get(id) ?? NO_SESSION_ROWS };
}

function countRows(rows: Sighting['rows'], before: CheckpointEntry | undefined): number {
  return 'all' in rows ? rows.all.digest.total : (before?.vscode?.digest.total ?? 0) + rows.appended.total;
}

function isLeftOut(header: SessionHeader, mode: HistoryMode): boolean {
  return header.archived && mode === 'dashboard';
}
