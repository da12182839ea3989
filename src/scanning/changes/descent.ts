import type { SessionRecord } from '../../archive/session/record.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import { kindOf, rootsOfRings, type SessionKind } from '../../hermes/sessions/kind.ts';

/** Where a session comes from, as far as it is known now or was before. */
export interface Descent {
  /** The parent's id; once seen it stays. */
  readonly parent: string | null;
  readonly kind: SessionKind;
  /** The parent is in the history, or remembered: what was carried over from it was counted there. */
  readonly hasParent: boolean;
}

/** The sessions of one look at the history, and what they are to each other. */
export class Family {
  readonly #headers: ReadonlyMap<string, SessionHeader>;
  readonly #known: (id: string) => SessionRecord | undefined;
  #ringRoots: Set<string> | undefined;
  #children: Map<string, SessionHeader[]> | undefined;

  /** @param known what is remembered of a session, be it gone */
  constructor(headers: ReadonlyMap<string, SessionHeader>, known: (id: string) => SessionRecord | undefined) {
    this.#headers = headers;
    this.#known = known;
  }

  descentOf(header: SessionHeader): Descent {
    const before = this.#known(header.id)?.facts;
    const parent = header.parent ?? before?.parent ?? null;
    if (parent === null) return { parent, kind: 'root', hasParent: false };
    const parentHeader = this.#headers.get(parent);
    if (parentHeader) {
      const kind = this.#isRingRoot(header, parent) ? 'root' : kindOf({ ...header, parent }, parentHeader);
      return { parent, kind, hasParent: kind !== 'root' };
    }
    const remembered = this.#known(parent);
    if (before?.parent === parent && before.kind !== 'orphan')
      return { parent, kind: before.kind, hasParent: remembered !== undefined };
    if (!remembered) return { parent, kind: 'orphan', hasParent: false };
    return { parent, kind: kindOf({ ...header, parent }, formerParent(remembered)), hasParent: true };
  }

  /** The sessions whose row names this one as their parent. */
  childrenOf(id: string): readonly SessionHeader[] {
    if (!this.#children) {
      this.#children = new Map();
      for (const header of this.#headers.values()) {
        if (header.parent === null) continue;
        const siblings = this.#children.get(header.parent);
        if (siblings) siblings.push(header);
        else this.#children.set(header.parent, [header]);
      }
    }
    return this.#children.get(id) ?? [];
  }

  #isRingRoot(header: SessionHeader, parent: string): boolean {
    if (parent === header.id) return true;
    this.#ringRoots ??= rootsOfRings([...this.#headers.values()].filter((one) => one.parent !== null));
    return this.#ringRoots.has(header.id);
  }
}

function formerParent({ id, facts }: SessionRecord) {
  return { id, endReason: facts.endReason, endedAt: facts.endedAt, sessionKey: facts.sessionKey };
}
