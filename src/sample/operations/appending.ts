import type { SqlValue } from '../../hermes/sqlite/drivers/driver.ts';
import type { NewMessage, SessionCells, StoredMessage } from '../database/rows.ts';
import type { Hermes } from './hermes.ts';

/** What a new session says of itself; `source` is `cli` and `created_source` the same unless it says otherwise. */
export type NewSession = SessionCells & { readonly id: string; readonly started_at: SqlValue };

/** Writes a session's row, still without messages. */
export function startSession({ database }: Hermes, cells: NewSession): void {
  const source = cells['source'] ?? 'cli';
  database.addSession({ source, created_source: source, last_activity_at: cells.started_at, ...cells });
}

/** Adds a message to the end of a session, under a uid of its own where this Hermes gives them. */
export function append({ database, random, version }: Hermes, message: NewMessage): void {
  const uid = version.messageUids ? random.hex(32) : null;
  database.addMessage({ message_uid: uid, ...message });
}

/**
 * Adds a message again that is there already, under a new id: its time, its calls and (where it has one) its uid stay.
 * It is live, and a summary only if `changes` say so.
 */
export function appendCopy(
  { database }: Hermes,
  { id: _, ...row }: StoredMessage,
  changes: Partial<NewMessage> = {},
): void {
  database.addMessage({
    ...(row as NewMessage),
    active: 1,
    compacted: 0,
    _compressed_summary: 0,
    ...changes,
  });
}

/** Brings the counters of a session's row up to date with its live messages. */
export function recount({ database }: Hermes, sessionId: string): void {
  database.connection.run(
    `UPDATE sessions SET message_count = (SELECT count(*) FROM messages WHERE session_id = sessions.id AND active = 1)
     WHERE id = ?`,
    sessionId,
  );
}
