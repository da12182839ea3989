import type { SessionRecord } from '../../archive/session/record.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import { kindOf, Rings, type SessionKind } from '../../hermes/sessions/kind.ts';

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
  readonly #rings: Rings;

  /** @param known what is remembered of a session, be it gone */
  constructor(headers: ReadonlyMap<string, SessionHeader>, known: (id: string) => SessionRecord | undefined) {
    this.#headers = headers;
    this.#known = known;
    this.#rings = new Rings(headers);
  }

  descentOf(header: SessionHeader): Descent {
    const before = this.#known(header.id)?.facts;
    const parent = header.parent ?? before?.parent ?? null;
    if (parent === null) return { parent, kind: 'root', hasParent: false };
    const parentHeader = this.#headers.get(parent);
    if (parentHeader) {
      const isRingRoot = parent === header.id || this.#rings.isRoot(header.id);
      const kind = isRingRoot ? 'root' : kindOf({ ...header, parent }, parentHeader);
      return { parent, kind, hasParent: kind !== 'root' };
    }
    const remembered = this.#known(parent);
    if (before?.parent === parent && before.kind !== 'orphan')
      return { parent, kind: before.kind, hasParent: remembered !== undefined };
    if (!remembered) return { parent, kind: 'orphan', hasParent: false };
    return { parent, kind: kindOf({ ...header, parent }, formerParent(remembered)), hasParent: true };
  }
}

function formerParent({ id, facts }: SessionRecord) {
  return { id, endReason: facts.endReason, endedAt: facts.endedAt, sessionKey: facts.sessionKey };
}
