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
 * The rings that parents may lead in. Of each ring the member with the smallest (startedAt, id), absent last, is the root;
 * a session that is its own parent is a ring of one. Parents are followed from those that are asked for, and nobody's
 * twice: it takes no longer than there are sessions, however many are asked for.
 */
export class Rings {
  readonly #sessions: ReadonlyMap<string, RingMember>;
  /** Each id with the walk that first came by. */
  readonly #walks = new Map<string, number>();
  readonly #roots = new Set<string>();
  #walk = 0;

  /** @param sessions all of them, by id */
  constructor(sessions: ReadonlyMap<string, RingMember>) {
    this.#sessions = sessions;
  }

  /** Whether a session is the root of a ring. */
  isRoot(id: string): boolean {
    this.#follow(id);
    return this.#roots.has(id);
  }

  #follow(id: string): void {
    const walk = ++this.#walk;
    let at = this.#sessions.get(id);
    while (at && !this.#walks.has(at.id)) {
      this.#walks.set(at.id, walk);
      at = at.parent === null ? undefined : this.#sessions.get(at.parent);
    }
    if (at && this.#walks.get(at.id) === walk) this.#roots.add(firstInRing(at, this.#sessions));
  }
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
