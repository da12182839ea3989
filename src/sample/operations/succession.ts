import type { SqlValue } from '../../hermes/sqlite/drivers/driver.ts';
import type { SessionCells } from '../database/rows.ts';
import { hermesJson } from '../hermesJson.ts';
import { appendCopy, recount, startSession } from './appending.ts';
import { appendSummaryAndTail, type Compaction, tailStart } from './compaction.ts';
import type { Hermes } from './hermes.ts';

/** A session that comes from another. */
export interface Child {
  readonly id: string;
  /** Epoch seconds: when it began, and what it comes from ended if it did. */
  readonly now: number;
  /** Other columns of its own. */
  readonly cells?: SessionCells;
}

/** What a child takes over from the session that it comes from. */
const INHERITED = [
  'source',
  'created_source',
  'session_key',
  'model',
  'model_config',
  'title',
  'title_source',
  'cwd',
  'git_branch',
  'git_repo_root',
  'billing_provider',
  'billing_mode',
];

/** Compaction by rotation: the session ends, and another goes on with a summary and the tail. */
export function rotate(hermes: Hermes, parent: string, child: Child & Omit<Compaction, 'now'>): void {
  const { database } = hermes;
  database.transaction(() => {
    const live = database.liveMessages(parent);
    end(hermes, parent, child.now, 'compression');
    startChild(hermes, parent, child);
    const tail = live.slice(Math.max(1, tailStart(live, child.tail ?? 6)));
    appendSummaryAndTail(hermes, child.id, tail, child);
    recount(hermes, child.id);
  });
}

/**
 * A branch: another session goes on from the whole live transcript. Today it says so and its parent goes on as well;
 * formerly the parent ended as `branched`, and longer ago the copies had the time of branching.
 */
export function branch(
  hermes: Hermes,
  parent: string,
  child: Child & { readonly marked?: boolean; readonly keepsTimes?: boolean },
): void {
  const { marked = true, keepsTimes = true, now } = child;
  const { database } = hermes;
  database.transaction(() => {
    if (!marked) end(hermes, parent, now, 'branched');
    startChild(hermes, parent, child, marked ? '_branched_from' : null);
    for (const row of database.liveMessages(parent)) {
      const summary = { _compressed_summary: row._compressed_summary };
      appendCopy(hermes, row, {
        session_id: child.id,
        ...summary,
        ...(keepsTimes ? {} : { timestamp: now }),
      });
    }
    recount(hermes, child.id);
  });
}

/** A subagent's session: nothing of its parent's transcript, and a mark that says whose it is. */
export function delegate(hermes: Hermes, parent: string, child: Child): void {
  const { source: _, ...cells } = child.cells ?? {};
  const own = {
    source: 'subagent',
    created_source: 'subagent',
    session_key: null,
    title: null,
    title_source: null,
  };
  startChild(hermes, parent, { ...child, cells: { ...own, ...cells } }, '_delegate_from');
}

/**
 * A chat that begins anew, after idleness or because it was told to: the session ends for `reason`, the next one has
 * the same key, or a mark, and takes over the last `carried` rows.
 */
export function reset(
  hermes: Hermes,
  parent: string,
  child: Child & {
    readonly reason: string;
    readonly marked?: boolean;
    readonly carried?: number;
    readonly ended?: number;
  },
): void {
  const { reason, marked = false, carried = 0, now, ended = now } = child;
  const { database } = hermes;
  database.transaction(() => {
    end(hermes, parent, ended, reason);
    startChild(
      hermes,
      parent,
      { ...child, cells: { title: null, ...child.cells } },
      marked ? '_reset_from' : null,
    );
    const live = database.liveMessages(parent);
    for (const row of live.slice(live.length - carried)) appendCopy(hermes, row, { session_id: child.id });
    recount(hermes, child.id);
  });
}

/** Ends a session. */
export function end({ database }: Hermes, sessionId: string, now: number, reason: string): void {
  database.updateSession(sessionId, { ended_at: now, end_reason: reason });
}

function startChild(
  hermes: Hermes,
  parent: string,
  { id, now, cells = {} }: Child,
  mark: string | null = null,
): void {
  const { database } = hermes;
  const inherited = Object.fromEntries(
    INHERITED.map((column) => [column, database.sessionCell(parent, column)]),
  );
  const config = mark === null ? inherited['model_config'] : marked(inherited['model_config'], mark, parent);
  startSession(hermes, {
    ...inherited,
    model_config: config ?? null,
    ...cells,
    id,
    started_at: now,
    parent_session_id: parent,
  });
}

/** The configuration with one mark more. Marks that name another session are left in it, as Hermes does. */
function marked(config: SqlValue | undefined, mark: string, parent: string): string {
  return hermesJson({ ...(typeof config === 'string' ? JSON.parse(config) : {}), [mark]: parent });
}
