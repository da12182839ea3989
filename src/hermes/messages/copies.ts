import type { Identity } from './identity.ts';
import { StartOver } from './startOver.ts';

/** Rows that are copies of each other. */
interface Copies {
  /** The first one, in whose place one of them counts. */
  place: number;
  /** The one that counts. */
  content: number;
  /** Its length; -1 where texts are equal. */
  length: number;
  /** The group that it was found to belong to. */
  joined: Copies | undefined;
}

/** Groups of copies, by what they have in common. */
class CopyGroups {
  readonly #byTime = new Map<string, Copies>();
  readonly #byUid = new Map<string, Copies>();

  /** The groups, none to two of them, that a row belongs to by its time and by its uid. */
  find({ key, time, uid }: Identity): [Copies | undefined, Copies | undefined] {
    return [this.#byTime.get(key + time), uid === '' ? undefined : this.#byUid.get(key + uid)];
  }

  note({ key, time, uid }: Identity, group: Copies): void {
    this.#byTime.set(key + time, group);
    if (uid !== '') this.#byUid.set(key + uid, group);
  }
}

/**
 * Tells copies among rows that come one by one, each once and for all: a row counts if it is the first of its copies.
 */
export class PassingCopies {
  readonly #groups = new CopyGroups();

  /** @throws StartOver where a row makes another one count than was told, or two that were told apart copies */
  isCopy(id: number, identity: Identity): boolean {
    const [byTime, byUid] = this.#groups.find(identity);
    const group = byTime ?? byUid;
    if (group === undefined) {
      this.#groups.note(identity, { place: id, content: id, length: identity.length, joined: undefined });
      return false;
    }
    if ((byUid !== undefined && byUid !== group) || identity.length > group.length) throw new StartOver();
    if (byTime === undefined || (byUid === undefined && identity.uid !== ''))
      this.#groups.note(identity, group);
    return true;
  }
}

/** Tells copies among rows all of which are known, chains of them included. */
export class AllCopies {
  readonly #groups = new CopyGroups();
  readonly #all: Copies[] = [];

  /** To be called in the order of ids. */
  add(id: number, identity: Identity): void {
    const [byTime, byUid] = this.#groups.find(identity).map((group) => group && rootOf(group));
    const { length } = identity;
    const group = byTime ?? byUid ?? this.#begin({ place: id, content: id, length, joined: undefined });
    if (byUid && byUid !== group) join(group, byUid);
    if (length > group.length) Object.assign(group, { content: id, length });
    this.#groups.note(identity, group);
  }

  /** For each row that counts, in whose place, the row of its copies whose content counts; ids of rows. */
  counted(): Map<number, number> {
    const roots = this.#all.filter(({ joined }) => joined === undefined);
    return new Map(roots.map(({ place, content }) => [place, content]));
  }

  #begin(group: Copies): Copies {
    this.#all.push(group);
    return group;
  }
}

function rootOf(group: Copies): Copies {
  let root = group;
  while (root.joined) root = root.joined;
  let at = group;
  while (at.joined) {
    const next: Copies = at.joined;
    if (next !== root) at.joined = root;
    at = next;
  }
  return root;
}

/** Two groups turn out to be one; of the longest the first counts. */
function join(root: Copies, other: Copies): void {
  other.joined = root;
  root.place = Math.min(root.place, other.place);
  const isBetter =
    other.length > root.length || (other.length === root.length && other.content < root.content);
  if (isBetter) Object.assign(root, { content: other.content, length: other.length });
}
