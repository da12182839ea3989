import type { SessionHeader } from './header.ts';
import { validMoment } from './moments.ts';

/** What a session is to its parent (counting.md, lineage.md); `orphan`: the parent is neither there nor remembered. */
export type SessionKind = 'root' | 'orphan' | 'delegate' | 'branch' | 'continuation' | 'reset';

/** What a session says of where it comes from. */
export type Child = Pick<SessionHeader, 'id' | 'parent' | 'startedAt' | 'source' | 'sessionKey' | 'marks'>;
/** What its parent says of how it ended. */
export type Parent = Pick<SessionHeader, 'id' | 'endReason' | 'endedAt' | 'sessionKey'>;

/** Ends after which a conversation on a chat platform begins anew. */
const RESET_ENDS: ReadonlySet<string> = new Set([
  'session_reset',
  'session_switch',
  'idle',
  'daily',
  'suspended',
  'resume_pending_expired',
]);

/**
 * What a session is to its parent: the first rule that applies. A mark counts only where it names that parent, for a
 * continuation copies its parent's configuration.
 * @param parent the session that `child.parent` names; undefined when it is not there
 */
export function kindOf(child: Child, parent: Parent | undefined): SessionKind {
  if (child.parent === null || child.parent === child.id) return 'root';
  if (!parent) return 'orphan';
  const { marks } = child;
  if (marks?.delegateFrom === parent.id) return 'delegate';
  if (marks?.branchedFrom === parent.id || isBranchByTime(child, parent)) return 'branch';
  const isReset = marks?.resetFrom === parent.id;
  if (parent.endReason === 'compression' && !isReset && child.source !== 'tool') return 'continuation';
  if (isReset || isNextInChat(child, parent)) return 'reset';
  return 'delegate';
}

function isBranchByTime(child: Child, { endReason, endedAt }: Parent): boolean {
  const startedAt = validMoment(child.startedAt);
  return endReason === 'branched' && startedAt !== null && endedAt !== null && startedAt >= endedAt;
}

function isNextInChat(child: Child, parent: Parent): boolean {
  if (!child.sessionKey || child.sessionKey !== parent.sessionKey) return false;
  return parent.endReason !== null && RESET_ENDS.has(parent.endReason);
}

/** What decides which member of a ring of parents is its root. */
export type RingMember = Pick<SessionHeader, 'id' | 'parent' | 'startedAt'>;

/**
 * Of each ring of parents the member with the smallest (startedAt, id), absent last: it is the root. A session that is
 * its own parent is a ring of one. Takes time in proportion to the sessions.
 */
export function rootsOfRings(sessions: Iterable<RingMember>): Set<string> {
  const byId = new Map([...sessions].map((session) => [session.id, session]));
  /** Each id with the walk that first came by. */
  const walks = new Map<string, number>();
  const roots = new Set<string>();
  let walk = 0;
  for (const start of byId.values()) {
    walk += 1;
    let at: RingMember | undefined = start;
    while (at && !walks.has(at.id)) {
      walks.set(at.id, walk);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    if (at && walks.get(at.id) === walk) roots.add(firstInRing(at, byId));
  }
  return roots;
}

function firstInRing(member: RingMember, byId: ReadonlyMap<string, RingMember>): string {
  let first = member;
  for (let at = byId.get(member.parent!)!; at !== member; at = byId.get(at.parent!)!)
    if (isBefore(at, first)) first = at;
  return first.id;
}

function isBefore(a: RingMember, b: RingMember): boolean {
  const [left, right] = [validMoment(a.startedAt) ?? Infinity, validMoment(b.startedAt) ?? Infinity];
  return left === right ? a.id < b.id : left < right;
}
