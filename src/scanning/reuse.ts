import {
  type CheckpointEntry,
  fingerprintOf,
  isSameFingerprint,
  statsFor,
} from '../files/checkpointEntry.ts';
import type { HistoryMode } from '../hermes/historyMode.ts';
import { type RowDigest, sameRows } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';

/**
 * An entry that still speaks for its session, as it is to be kept; undefined when the session must be analysed again.
 *
 * Our own entries hold the digest of the rows they were counted from. The dashboard's hold only its fingerprint and
 * the number of messages; what it counted are the active rows, which are all that count if none is inactive.
 * @param complete the session with its display title; called only where the entry does not settle the title
 */
export function reusableEntry(
  entry: CheckpointEntry,
  header: SessionHeader,
  rows: RowDigest,
  mode: HistoryMode,
  complete: () => Session | undefined,
): CheckpointEntry | undefined {
  if (entry.vscode) {
    const reusable = sameRows(entry.vscode.digest, rows) && sameHeader(entry, header);
    return reusable && statsFor(entry, mode) ? entry : undefined;
  }
  const allActive = rows.active === rows.total;
  const modes: readonly HistoryMode[] = allActive ? ['dashboard', 'lifetime'] : ['dashboard'];
  if (entry.stats.message_count !== rows.active || (mode === 'lifetime' && !allActive)) return undefined;
  const session = complete();
  if (!session || !isSameFingerprint(entry.fingerprint, fingerprintOf(session))) return undefined;
  return { ...entry, vscode: { digest: rows, titled: Boolean(header.title), modes } };
}

/** Unchanged rows have an unchanged preview, so a title that was absent and is absent still stays what it was. */
function sameHeader({ fingerprint, stats, vscode }: CheckpointEntry, header: SessionHeader): boolean {
  const titled = Boolean(header.title);
  return (
    fingerprint.model === header.model &&
    fingerprint.started_at === header.startedAt &&
    stats.source === header.source &&
    vscode?.titled === titled &&
    (!titled || fingerprint.title === header.title)
  );
}
