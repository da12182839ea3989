import { START_OVER } from '../rows/startOver.ts';
import type { Identity } from './identity.ts';

/** Rows that are copies of each other. */
interface Copies {
  readonly key: string;
  /** The first one, in whose place one of them counts. */
  place: number;
  /** The one that counts. */
  content: number;
  /** Its length; -1 where texts are equal. */
  length: number;
  /** The group that it was found to belong to. */
  joined: Copies | undefined;
}

/** Copies by something that they have in common besides their key; mostly one group has it. */
class CopiesBy<Common> {
  readonly #groups = new Map<Common, Copies | Map<string, Copies>>();

  get(common: Common, key: string): Copies | undefined {
    const found = this.#groups.get(common);
    if (found instanceof Map) return found.get(key);
    return found?.key === key ? found : undefined;
  }

  has(common: Common): boolean {
    return this.#groups.has(common);
  }

  set(common: Common, group: Copies): void {
    const found = this.#groups.get(common);
    if (found instanceof Map) found.set(group.key, group);
    else if (found === undefined || found.key === group.key) this.#groups.set(common, group);
    else this.#groups.set(common, new Map([found, group].map((one) => [one.key, one])));
  }
}

/** Groups of copies, by the time and by the uid that they have in common. */
class CopyGroups {
  readonly #byTime = new CopiesBy<number | string>();
  readonly #byUid = new CopiesBy<string>();

  hasUid(uid: string): boolean {
    return this.#byUid.has(uid);
  }

  byTime({ key, time }: Identity): Copies | undefined {
    return this.#byTime.get(time, key);
  }

  byUid({ key, uid }: Identity): Copies | undefined {
    return uid === '' ? undefined : this.#byUid.get(uid, key);
  }

  note({ time, uid }: Identity, group: Copies): void {
    this.#byTime.set(time, group);
    if (uid !== '') this.#byUid.set(uid, group);
  }
}

/**
 * Tells copies among rows that come one by one, each once and for all: a row counts if it is the first of its copies.
 */
export class PassingCopies {
  readonly #groups = new CopyGroups();

  /** A row with this uid was looked at. */
  hasUid(uid: string): boolean {
    return this.#groups.hasUid(uid);
  }

  /** @throws START_OVER where a row makes another one count than was told, or two that were told apart copies */
  isCopy(id: number, identity: Identity): boolean {
    const byTime = this.#groups.byTime(identity);
    const byUid = this.#groups.byUid(identity);
    const group = byTime ?? byUid;
    if (group === undefined) {
      this.#groups.note(identity, groupOf(id, identity));
      return false;
    }
    if ((byUid !== undefined && byUid !== group) || identity.length > group.length) throw START_OVER;
    if (byTime === undefined || byUid === undefined) this.#groups.note(identity, group);
    return true;
  }
}

/** Tells copies among rows all of which are known, chains of them included. */
export class AllCopies {
  readonly #groups = new CopyGroups();
  readonly #all: Copies[] = [];

  /** To be called in the order of ids. */
  add(id: number, identity: Identity): void {
    const byTime = rootOf(this.#groups.byTime(identity));
    const byUid = rootOf(this.#groups.byUid(identity));
    const group = byTime ?? byUid ?? this.#begin(groupOf(id, identity));
    if (byUid && byUid !== group) join(group, byUid);
    if (identity.length > group.length) {
      group.content = id;
      group.length = identity.length;
    }
    this.#groups.note(identity, group);
  }

  /** For each row that counts, in whose place, the row of its copies whose content counts; ids of rows. */
  counted(): Map<number, number> {
    const counted = new Map<number, number>();
    for (const { place, content, joined } of this.#all) if (!joined) counted.set(place, content);
    return counted;
  }

  #begin(group: Copies): Copies {
    this.#all.push(group);
    return group;
  }
}

function groupOf(id: number, { key, length }: Identity): Copies {
  return { key, place: id, content: id, length, joined: undefined };
}

function rootOf(group: Copies | undefined): Copies | undefined {
  let root = group;
  while (root?.joined) root = root.joined;
  // Chains are shortened, so that none is walked twice.
  for (let at = group; at?.joined && at.joined !== root; ) {
    const next: Copies = at.joined;
    at.joined = root;
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
  if (!isBetter) return;
  root.content = other.content;
  root.length = other.length;
}
