import {
  NO_ROWS,
  type RowDigest,
  type SessionRows,
  sameRows,
  withAppended,
} from '../../hermes/changes/digest.ts';
import type { Touched } from '../../hermes/changes/log/touched.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import {
  inListingOrder,
  isSameHeader,
  isUntoldByLog,
  type Listed,
  type Look,
  type Outline,
} from './outline.ts';

/** To look at more sessions one by one costs more than to look at all of them at once. */
const MOST_SESSIONS = 1_000;

export interface QuickLookOptions {
  readonly unsettled: ReadonlySet<string>;
  /** Look at `compacted` of all inactive rows. */
  readonly compacted: boolean;
}

/**
 * Looks only at the sessions that the log speaks of: it costs what was written, not what there is. Whatever was added or
 * changed is among them; that no other session has lost a row shows in the number of all.
 * @returns undefined when that does not come out: only a look at all sessions can tell what happened
 * @throws HermesDatabaseError
 */
export function quickLook(
  database: SessionDatabase,
  before: Outline,
  touched: Touched,
  { unsettled, compacted }: QuickLookOptions,
): Look | undefined {
  const listed = listTouched(database, before, touched.rows);
  if (!listed) return undefined;
  const fresh = database.digests.since(before.maxId);
  const ids = new Set([...touched.messages].filter((id) => before.digests.get(id) || listed.byId.has(id)));
  for (const id of [...fresh.keys(), ...unsettled]) ids.add(id);
  if (ids.size > MOST_SESSIONS) return undefined;

  const appended = new Map<string, RowDigest>();
  const rows = new Map<string, SessionRows>();
  let totalRows = before.totalRows;
  for (const id of ids) {
    const known = before.digests.get(id) ?? NO_ROWS;
    const now = database.digests.rowsOf(id, { compacted });
    totalRows += now.digest.total - known.total;
    const added = fresh.get(id);
    if (unsettled.has(id)) rows.set(id, now);
    else if (added && known.total > 0 && sameRows(withAppended(known, added), now.digest))
      appended.set(id, added);
    else if (!sameRows(known, now.digest)) rows.set(id, now);
  }
  if (totalRows !== database.digests.totalRows()) return undefined;
  for (const { id } of listed.changed)
    if (!appended.has(id) && !rows.has(id)) rows.set(id, database.digests.rowsOf(id));
  return {
    suspects: inListingOrder(new Set([...appended.keys(), ...rows.keys()]), listed),
    appended,
    rows,
    used: usedAmong(touched, listed),
    listed,
    totalRows,
    maxId: database.digests.greatestId(),
  };
}

/** Null where they are so many that all can be looked at as well. */
function usedAmong({ rows, usage }: Touched, { byId }: Listed): ReadonlySet<string> | null {
  const used = new Set([...rows, ...usage].filter((id) => byId.has(id)));
  return used.size > MOST_SESSIONS ? null : used;
}

interface ListedAnew extends Listed {
  readonly changed: readonly SessionHeader[];
}

/** Undefined when sessions have vanished, or their order cannot be told. */
function listTouched(
  database: SessionDatabase,
  before: Outline,
  touched: ReadonlySet<string>,
): ListedAnew | undefined {
  if (touched.size > MOST_SESSIONS) return undefined;
  const added: SessionHeader[] = [];
  const changed: SessionHeader[] = [];
  for (const id of touched) {
    const now = database.header(id);
    const was = before.byId.get(id);
    if (now && !was) added.push(now);
    else if (now && !isSameHeader(was, now)) changed.push(now);
    if (now && was && now.startedAt !== was.startedAt) return undefined;
  }
  const total = before.total + added.length;
  if (database.totalSessions() !== total || haveEqualStarts(added)) return undefined;
  if (added.length + changed.length === 0) return { ...before, changed: [] };
  const byId = new Map(before.byId);
  for (const header of [...changed, ...added]) byId.set(header.id, header);
  const anew = new Map(changed.map((header) => [header.id, header]));
  const headers = before.headers.map((header) => anew.get(header.id) ?? header);
  for (const header of added) headers.splice(placeOf(header, headers), 0, header);
  const haveShortIds = !added.some(({ id }) => isUntoldByLog(id));
  return { headers, byId, total, haveShortIds, changed: [...changed, ...added] };
}

function haveEqualStarts(headers: readonly SessionHeader[]): boolean {
  return new Set(headers.map(({ startedAt }) => startedAt)).size < headers.length;
}

/** Latest first; behind those that began in the same moment, which were created earlier. */
function placeOf({ startedAt }: SessionHeader, headers: readonly SessionHeader[]): number {
  const start = startedAt ?? -Infinity;
  const later = headers.findIndex((header) => (header.startedAt ?? -Infinity) < start);
  return later < 0 ? headers.length : later;
}
