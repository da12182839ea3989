import type { WritableConnection } from '../../../src/hermes/sqlite/drivers/driver.ts';
import type { Random } from '../../../src/sample/random.ts';

/** Counters and dollars of a session, by Hermes' names, in the order of the sums below. */
const SUMMED = [
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'api_call_count',
  'reasoning_tokens',
  'estimated_cost_usd',
  'actual_cost_usd',
] as const;
const MODELS = ['vendor/a', 'vendor/b', 'local', ''];
const STATUSES = ['estimated', 'unknown', 'included', null];
const TASKS = ['vision', 'compression', 'title_generation'];

/** What a session used, in the order of `SUMMED`. */
export type Used = readonly number[];

/** A Hermes whose models work without rest: running totals grow, are explained by rows, and are pruned away. */
export class RestlessUse {
  readonly #database: () => WritableConnection;
  readonly #random: Random;
  readonly #now: () => number;
  #sessions = 0;
  /** What sessions that were pruned away had used by then. */
  readonly pruned = new Map<string, Used>();

  /** @param now the clock of this machine, epoch seconds */
  constructor(database: () => WritableConnection, random: Random, now: () => number) {
    this.#database = database;
    this.#random = random;
    this.#now = now;
  }

  /** Does something; says what. */
  step(): string {
    const session = this.#session();
    if (session === undefined || this.#random.chance(0.25)) return this.#begin();
    const operation = this.#random.weighted([
      [() => this.#call(session, true), 5],
      [() => this.#call(session, false), 3],
      [() => this.#assist(session), 3],
      [() => this.#explain(session), 1],
      [() => this.#price(session), 1],
      [() => this.#switch(session), 1],
    ] as const);
    return operation();
  }

  /** Hermes prunes an old session. To be done right after a scan: nobody can know what came after it. */
  prune(): string {
    const id = this.#session();
    if (id === undefined) return 'nothing to prune';
    this.pruned.set(id, this.#usedBy(id));
    for (const table of ['messages', 'session_model_usage'])
      this.#run(`DELETE FROM ${table} WHERE session_id = ?`, id);
    this.#run('UPDATE sessions SET parent_session_id = NULL WHERE parent_session_id = ?', id);
    this.#run('DELETE FROM sessions WHERE id = ?', id);
    return `prune ${id}`;
  }

  /** What each session has used, as Hermes says it now, or said it last. */
  used(): Map<string, Used> {
    const ids = this.#database().prepare('SELECT id FROM sessions').all();
    return new Map([...this.pruned, ...ids.map(([id]) => [String(id), this.#usedBy(String(id))] as const)]);
  }

  /** The greater of the session's own and of all that its rows say. */
  #usedBy(id: string): Used {
    const sums = (table: string, key: string) =>
      this.#database()
        .prepare(
          `SELECT ${SUMMED.map((column) => `total(${column})`).join(', ')} FROM ${table} WHERE ${key} = ?`,
        )
        .get(id)!;
    const [own, rows] = [sums('sessions', 'id'), sums('session_model_usage', 'session_id')];
    return SUMMED.map((_, place) => Math.max(Number(own[place]), Number(rows[place])));
  }

  #begin(): string {
    const { int, chance, pick } = bound(this.#random);
    const id = `s${++this.#sessions}`;
    const startedAt = chance(0.1) ? 0 : this.#now() - int(0, 5 * 86_400);
    this.#run(
      'INSERT INTO sessions (id, source, model, started_at, cwd, billing_provider) VALUES (?, ?, ?, ?, ?, ?)',
      ...[
        id,
        pick(['cli', 'telegram']),
        pick(MODELS),
        startedAt,
        pick(['/code/a', null]),
        pick(['p', 'openai-codex', null]),
      ],
    );
    if (chance(0.5)) this.#call(id, chance(0.7));
    return `begin ${id}`;
  }

  /** The model of the conversation is asked; some ways keep account of it in a row. */
  #call(id: string, keepsAccount: boolean): string {
    const amounts = this.#amounts();
    this.#run('BEGIN');
    this.#add('sessions', 'id = ?', amounts, id);
    this.#run('UPDATE sessions SET last_activity_at = ? WHERE id = ?', this.#moment(), id);
    if (keepsAccount) this.#addToRow(id, this.#modelOf(id), '', amounts);
    this.#run('COMMIT');
    return `call by ${id}${keepsAccount ? ' with a row' : ''}`;
  }

  /** An auxiliary model works, which the session's own counters know nothing of. */
  #assist(id: string): string {
    this.#addToRow(id, this.#random.pick(MODELS), this.#random.pick(TASKS), this.#amounts());
    return `assistance in ${id}`;
  }

  /** A row takes over what was left over. */
  #explain(id: string): string {
    const [own, rows] = ['sessions WHERE id', 'session_model_usage WHERE session_id'].map(
      (from) =>
        this.#database()
          .prepare(`SELECT ${SUMMED.map((column) => `total(${column})`).join(', ')} FROM ${from} = ?`)
          .get(id)!,
    );
    const left = SUMMED.map((_, place) => Math.max(0, Number(own![place]) - Number(rows![place])));
    this.#addToRow(id, this.#random.pick(MODELS), '', left);
    return `explanation of ${id}`;
  }

  #price(id: string): string {
    this.#run('UPDATE sessions SET cost_status = ? WHERE id = ?', this.#random.pick(STATUSES), id);
    return `status of ${id}`;
  }

  #switch(id: string): string {
    this.#run('UPDATE sessions SET model = ? WHERE id = ?', this.#random.pick(MODELS), id);
    return `another model in ${id}`;
  }

  #amounts(): number[] {
    const { int, chance } = bound(this.#random);
    const count = () => (chance(0.3) ? 0 : int(1, 5_000));
    return [
      count(),
      count(),
      count(),
      count(),
      1,
      count(),
      chance(0.5) ? int(1, 500_000) / 1e6 : 0,
      chance(0.2) ? int(1, 500_000) / 1e6 : 0,
    ];
  }

  /** Of Hermes' clock: mostly now, at times ahead, or not noted at all. */
  #moment(): number | null {
    const { int, chance } = bound(this.#random);
    if (chance(0.15)) return null;
    return this.#now() + (chance(0.1) ? int(0, 10 * 86_400) : -int(0, 86_400));
  }

  #addToRow(id: string, model: string, task: string, amounts: readonly number[]): void {
    const key = [id, model, task];
    this.#run('INSERT OR IGNORE INTO session_model_usage (session_id, model, task) VALUES (?, ?, ?)', ...key);
    const where = 'session_id = ? AND model = ? AND task = ?';
    this.#add('session_model_usage', where, amounts, ...key);
    const moment = this.#moment();
    const status = this.#random.pick(STATUSES);
    this.#run(
      `UPDATE session_model_usage SET last_seen = ?, first_seen = ifnull(first_seen, ?), cost_status = ? WHERE ${where}`,
      ...[moment, moment, status, ...key],
    );
  }

  #add(table: string, where: string, amounts: readonly number[], ...key: string[]): void {
    // Where there are no dollars, Hermes leaves the column of a session as it is: NULL.
    const changed = SUMMED.map((column, place) => [column, amounts[place]!] as const).filter(
      ([, more]) => more > 0,
    );
    if (changed.length === 0) return;
    const sets = changed.map(([column]) => `${column} = ifnull(${column}, 0) + ?`);
    this.#run(
      `UPDATE ${table} SET ${sets.join(', ')} WHERE ${where}`,
      ...changed.map(([, more]) => more),
      ...key,
    );
  }

  #modelOf(id: string): string {
    return String(
      this.#database().prepare("SELECT ifnull(model, '') FROM sessions WHERE id = ?").get(id)?.[0],
    );
  }

  #session(): string | undefined {
    const ids = this.#database().prepare('SELECT id FROM sessions ORDER BY id').all();
    return ids.length === 0 ? undefined : String(this.#random.pick(ids)[0]);
  }

  #run(sql: string, ...parameters: (string | number | null)[]): void {
    this.#database().run(sql, ...parameters);
  }
}

function bound(random: Random) {
  return {
    int: random.int.bind(random),
    chance: random.chance.bind(random),
    pick: random.pick.bind(random) as Random['pick'],
  };
}
