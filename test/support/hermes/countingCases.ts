import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SqlValue } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { HermesHome, type JournalMode } from './hermesHome.ts';

const FOLDER = new URL('../../golden/counting/', import.meta.url);

/** A session of test/golden/counting/cases.json: columns of `sessions`, beside these. */
export interface CountingCase {
  readonly id: string;
  /** The rule that it is there for. */
  readonly comment?: string;
  readonly messages: readonly Readonly<Record<string, string | number | null>>[];
}

/** What must come of the cases: by `lifetime`, by each generation of the dashboard, and the days by time zone. */
export type CountingResult = 'lifetime' | 'g1' | 'g2' | 'g3' | 'dates';

const read = (name: string) => JSON.parse(readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8'));

export function countingCases(): readonly CountingCase[] {
  return (read('cases.json') as { sessions: CountingCase[] }).sessions;
}

export function countingResult(result: CountingResult): unknown {
  return read(`expected-${result}.json`);
}

/** A home that holds the cases, or some of them, in today's tables. Hermes rests in it. */
export async function homeOfCases(
  test: TestContext | null,
  {
    journalMode = 'wal',
    cases = countingCases(),
  }: { journalMode?: JournalMode; cases?: readonly CountingCase[] } = {},
): Promise<HermesHome> {
  const home = await HermesHome.create(test, { journalMode });
  const { connection } = home;
  // A parent may be gone.
  connection.exec('PRAGMA foreign_keys = OFF; BEGIN');
  for (const { messages, comment: _, ...session } of cases) {
    insert(home, 'sessions', session as Record<string, string | number | null>);
    for (const message of messages) insert(home, 'messages', { ...message, session_id: session.id });
  }
  connection.exec('COMMIT');
  home.rest();
  return home;
}

function insert(
  home: HermesHome,
  table: string,
  cells: Readonly<Record<string, string | number | null>>,
): void {
  const columns = Object.keys(cells);
  const places = columns.map(() => '?').join(', ');
  home.connection.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    ...columns.map((column) => stored(column, cells[column] ?? null)),
  );
}

/** Identities are bytes, which JSON writes as hexadecimal digits. */
function stored(column: string, value: string | number | null): SqlValue {
  return column === 'display_identity' && typeof value === 'string' ? Buffer.from(value, 'hex') : value;
}

/** Leaves in the data directory what tells of a dashboard of a generation: its checkpoint, still without sessions. */
export function leaveCheckpoint(home: HermesHome, generation: 1 | 2 | 3): void {
  const checkpoint = { schema_version: generation, generated_at: 1, sessions: {} };
  writeFileSync(join(home.dataDirectory, 'scan_checkpoint.json'), JSON.stringify(checkpoint));
}
