import type { SessionPlace } from '../hermes/usage/use.ts';

/** Where a session stands among the others. */
export type Placed = Pick<SessionPlace, 'folder' | 'parent'>;

/** The projects of sessions: the folder of each, else that of its nearest ancestor that has one (usage.md, "Groups"). */
export class Projects {
  readonly #sessions: Pick<ReadonlyMap<string, Placed>, 'get'>;
  readonly #found = new Map<string, string | null>();

  constructor(sessions: Pick<ReadonlyMap<string, Placed>, 'get'>) {
    this.#sessions = sessions;
  }

  /** Null where no ancestor that is known has one, or they lead in a ring. */
  of(id: string): string | null {
    const way: string[] = [];
    let project: string | null | undefined;
    for (let at: string | null = id; at !== null; ) {
      project = this.#found.get(at);
      const session = this.#sessions.get(at);
      if (project !== undefined || !session) break;
      project = session.folder ?? null;
      way.push(at);
      // Until its project is known, whoever comes back to a session goes round in a ring.
      this.#found.set(at, project);
      if (project !== null) break;
      at = session.parent;
    }
    for (const passed of way) this.#found.set(passed, project ?? null);
    return project ?? null;
  }
}

/** Is a project this folder, or one below it? */
export function isWithin(project: string | null, folder: string): boolean {
  if (project === null) return false;
  const separator = WINDOWS_PATH.test(folder) ? /[\\/]/ : /\//;
  const rest = project.slice(folder.length);
  return project.startsWith(folder) && (rest === '' || /[\\/]$/.test(folder) || separator.test(rest[0]!));
}

const WINDOWS_PATH = /^(?:[A-Za-z]:[\\/]|\\\\)/;
