import type { SessionFacts, SessionRecord } from '../../archive/session/record.ts';
import { NO_SESSION_ROWS, type RowDigest, sameRows } from '../../hermes/changes/digest.ts';
import { lastActiveOf, type SessionHeader } from '../../hermes/sessions/header.ts';
import { COUNTING_RULES } from '../../metrics/countingRules.ts';
import type { Assignment, Sighting } from '../analysis/threads/assignment.ts';
import type { Counting } from '../ledger/ledger.ts';
import type { Changes } from './changeFinder.ts';
import { type Descent, Family } from './descent.ts';

/** What a scan has to do. */
export interface Plan {
  /** How many sessions are listed. */
  readonly total: number;
  readonly analyse: readonly Assignment[];
  /** Sessions whose known figures still hold, but of which something else is another than it was. */
  readonly refresh: readonly SessionRecord[];
  /** Sessions whose row has vanished since it was last seen. */
  readonly gone: readonly string[];
}

export interface PlanInput {
  readonly changes: Changes;
  readonly counting: Counting;
  /** Analyse everything, whatever is known. */
  readonly full: boolean;
  readonly known: (id: string) => SessionRecord | undefined;
  /** Sessions that were there when last seen. */
  readonly present: Iterable<string>;
  /** Where counting a session stopped the last time. */
  readonly bookmark: (id: string) => unknown;
}

export function makePlan({ changes, counting, full, known, present, bookmark }: PlanInput): Plan {
  const family = new Family(changes.byId, known);
  const analyse: Assignment[] = [];
  const refresh: SessionRecord[] = [];
  for (const header of full ? changes.headers : withChildren(changes)) {
    const { id } = header;
    const before = known(id);
    const rows = rowsIn(changes, id);
    const descent = family.descentOf(header);
    const kept = before && !full ? stillHolding(before, header, descent, rows, counting) : undefined;
    if (kept) {
      if (kept !== before) refresh.push(kept);
      continue;
    }
    analyse.push({
      id,
      rows: 'all' in rows ? rows.all.digest.total : (before?.rows?.total ?? 0) + rows.appended.total,
      others: changes.others.get(id),
      descent,
      known: full ? undefined : before,
      ...(before && !full ? { bookmark: bookmark(id) } : {}),
      sighting: { dataVersion: changes.dataVersion, header, rows },
    });
  }
  return { total: changes.headers.length, analyse, refresh, gone: changes.gone(present) };
}

/** Suspects, and the children of suspects: what a session is follows from how its parent ended. */
function* withChildren({ suspects, headers, headersChanged }: Changes): Generator<SessionHeader, void, void> {
  yield* suspects;
  if (suspects.length === headers.length || !headersChanged) return;
  const ids = new Set(suspects.map(({ id }) => id));
  for (const header of headers)
    if (header.parent !== null && ids.has(header.parent) && !ids.has(header.id)) yield header;
}

function rowsIn({ appended, rows }: Changes, id: string): Sighting['rows'] {
  const added = appended.get(id);
  return added ? { appended: added } : { all: rows.get(id) ?? NO_SESSION_ROWS };
}

/** The record as it is to be kept; undefined when the session must be analysed (again). */
function stillHolding(
  before: SessionRecord,
  header: SessionHeader,
  descent: Descent,
  rows: Sighting['rows'],
  counting: Counting,
): SessionRecord | undefined {
  if ('appended' in rows || before.rows === null || !sameRows(before.rows, rows.all.digest)) return undefined;
  // Of what older rules made of rows that are gone, nothing can be counted anew.
  const isCountedAnew = before.rules !== COUNTING_RULES && rows.all.digest.total > 0;
  if (isCountedAnew || !isCountedFor(before, counting)) return undefined;
  const { facts } = before;
  const titled = Boolean(header.title);
  const isSame =
    facts.startedAt === header.startedAt &&
    facts.model === header.model &&
    facts.source === header.source &&
    facts.titled === titled &&
    (!titled || facts.title === header.title) &&
    facts.parent === descent.parent &&
    facts.kind === descent.kind &&
    facts.hasParent === descent.hasParent;
  return isSame ? withFacts(before, header, rows.all.digest) : undefined;
}

function isCountedFor({ dashboard }: SessionRecord, { mode, generation }: Counting): boolean {
  if (mode === 'lifetime' || dashboard?.generation === 'any') return true;
  return dashboard?.generation === generation;
}

/** What a row says besides its figures; the very record where nothing of it is new. */
function withFacts(before: SessionRecord, header: SessionHeader, digest: RowDigest): SessionRecord {
  const lastActive = lastActiveOf(header, digest);
  const { archived, hidden, repoRoot, cwd, endReason, endedAt, sessionKey } = header;
  const now: Partial<SessionFacts> = {
    lastActive,
    archived,
    hidden,
    repoRoot: repoRoot ?? before.facts.repoRoot,
    cwd: cwd ?? before.facts.cwd,
    endReason,
    endedAt,
    sessionKey,
  };
  const isSame = Object.entries(now).every(
    ([fact, value]) => before.facts[fact as keyof SessionFacts] === value,
  );
  if (isSame && before.goneAt === null) return before;
  return {
    ...before,
    facts: { ...before.facts, ...now },
    lifetime: { ...before.lifetime, last_active: lastActive },
    goneAt: null,
  };
}
