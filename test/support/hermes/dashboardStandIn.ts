import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dashboardEntry } from '../../unit/files/support/sessions.ts';
import { countedRows, type Generation, previewOf, rowsOf, type SeenRow } from './dashboardRows.ts';

/** What came of one scan of a dashboard. */
export interface DashboardTurn {
  readonly sessions: number;
  /** How many of them had to be analysed. */
  readonly analysed: number;
  /** Whether the checkpoint was none of its own, so that all of it had to be rebuilt. */
  readonly rebuilt: boolean;
  /** Whether somebody wrote the checkpoint since it did. */
  readonly checkpointTouched: boolean;
  /** Unlocks of its own that were gone, or had become later. */
  readonly lostUnlocks: readonly string[];
}

interface Entry {
  readonly fingerprint: object;
  readonly stats: object;
}

/**
 * Behaves on a home as the dashboard's plugin of a generation does: analyses the sessions that its checkpoint does not
 * know as they are, and rewrites `state.json`, `scan_snapshot.json` and `scan_checkpoint.json` in place, without locks
 * and without renaming. A checkpoint of another version it throws away.
 */
export class DashboardStandIn {
  readonly #directory: string;
  readonly #database: string;
  readonly #generation: Generation;
  readonly #unlocked = new Map<string, number>();
  #checkpoint: string | undefined;
  #turn = 0;

  /**
   * @param directory Where the shared files are.
   * @param database The path of `state.db`.
   */
  constructor(directory: string, database: string, generation: Generation) {
    this.#directory = directory;
    this.#database = database;
    this.#generation = generation;
  }

  /** One scan, from the rows to the files. */
  takeTurn(): DashboardTurn {
    const turn = ++this.#turn;
    const lostUnlocks = this.#unlock(turn);
    const database = new Database(this.#database, { readonly: true, timeout: 5000 });
    try {
      return { ...this.#scan(database, turn), lostUnlocks };
    } finally {
      database.close();
    }
  }

  #scan(database: Database.Database, turn: number): Omit<DashboardTurn, 'lostUnlocks'> {
    const text = this.#text('scan_checkpoint.json');
    const checkpointTouched = this.#checkpoint !== undefined && text !== this.#checkpoint;
    const stored = JSON.parse(text ?? '{}') as { schema_version?: number; sessions?: Record<string, Entry> };
    const isOwn = stored.schema_version === this.#generation;
    const known = isOwn ? (stored.sessions ?? {}) : {};
    const sessions: Record<string, Entry> = {};
    let analysed = 0;
    for (const session of listed(database)) {
      const seen = rowsOf(database, session.id);
      const fingerprint = fingerprintOf(session, seen);
      const found = known[session.id];
      const isKnown = found && JSON.stringify(found.fingerprint) === JSON.stringify(fingerprint);
      if (!isKnown) analysed++;
      // Only the keys that it knows.
      sessions[session.id] = isKnown
        ? { fingerprint: found.fingerprint, stats: found.stats }
        : { fingerprint, stats: statsOf(session, fingerprint, countedRows(seen, this.#generation)) };
    }
    this.#checkpoint = JSON.stringify({ schema_version: this.#generation, generated_at: turn, sessions });
    this.#rewrite('scan_checkpoint.json', this.#checkpoint);
    this.#rewrite('scan_snapshot.json', JSON.stringify(snapshotOf(Object.values(sessions), turn)));
    return { sessions: Object.keys(sessions).length, analysed, rebuilt: !isOwn, checkpointTouched };
  }

  /** Unlocks a badge that only it knows. @returns which of its earlier ones were not as it had left them */
  #unlock(turn: number): string[] {
    const state = JSON.parse(this.#text('state.json') ?? '{"unlocks": {}}') as {
      unlocks: Record<string, { unlocked_at: number }>;
    };
    const lost = [...this.#unlocked].filter(
      ([id, at]) => !((state.unlocks[id]?.unlocked_at ?? Infinity) <= at),
    );
    const id = `theirs_${turn}`;
    const at = state.unlocks[id]?.unlocked_at ?? 1000 + turn;
    state.unlocks[id] ??= { unlocked_at: at, first_tier: 'Copper', evidence: null } as {
      unlocked_at: number;
    };
    this.#unlocked.set(id, at);
    this.#rewrite('state.json', JSON.stringify(state, null, 2));
    return lost.map(([lostId]) => lostId);
  }

  #text(name: string): string | undefined {
    const path = join(this.#directory, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** Truncates and writes in several pieces, as a buffered file object does. */
  #rewrite(name: string, text: string): void {
    const bytes = Buffer.from(text);
    const file = openSync(join(this.#directory, name), 'w');
    for (let start = 0; start < bytes.length; start += 8192)
      writeSync(file, bytes.subarray(start, start + 8192));
    closeSync(file);
  }
}

interface ListedSession {
  readonly id: string;
  readonly started_at: unknown;
  readonly last_activity_at: unknown;
  readonly model: string | null;
  readonly title: string | null;
}

function listed(database: Database.Database): ListedSession[] {
  const columns = 'id, started_at, last_activity_at, model, title';
  return database
    .prepare<[], ListedSession>(
      `SELECT ${columns} FROM sessions WHERE archived = 0 AND hidden = 0 ORDER BY started_at DESC, id`,
    )
    .all();
}

function fingerprintOf(session: ListedSession, rows: readonly SeenRow[]) {
  const moments = [session.last_activity_at, ...rows.map(({ timestamp }) => timestamp)].filter(isMoment);
  const started = isMoment(session.started_at) ? session.started_at : null;
  return {
    last_active: moments.length > 0 ? Math.max(...moments) : started,
    started_at: started,
    model: session.model,
    title: session.title || previewOf(rows) || 'Untitled',
  };
}

const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= 4.2e9;

function statsOf(
  { id, model }: ListedSession,
  { last_active, started_at, title }: ReturnType<typeof fingerprintOf>,
  rows: readonly SeenRow[],
): object {
  const figures = { title, started_at, last_active, model_names: model ? [model] : [] };
  return dashboardEntry(id, { ...figures, message_count: rows.length } as Parameters<
    typeof dashboardEntry
  >[1]).stats;
}

/** As the dashboard's own is shaped: every session's figures in it, and none of our keys. */
function snapshotOf(entries: readonly Entry[], turn: number): object {
  return {
    achievements: [],
    sessions: entries.map(({ stats }) => stats),
    aggregate: { session_count: entries.length },
    unlocked_count: 0,
    discovered_count: 0,
    secret_count: 0,
    total_count: 60,
    error: null,
    generated_at: turn,
    is_stale: false,
    scan_meta: { mode: 'incremental', sessions_total: entries.length },
  };
}
