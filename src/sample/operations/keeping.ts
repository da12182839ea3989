import type { Hermes } from './hermes.ts';

const DAY = 86_400;
const KEPT_DAYS = 90;

export function archive({ database }: Hermes, sessionId: string, archived = true): void {
  database.updateSession(sessionId, { archived: archived ? 1 : 0 });
}

export function hide({ database }: Hermes, sessionId: string, hidden = true): void {
  database.updateSession(sessionId, { hidden: hidden ? 1 : 0 });
}

export function pin({ database }: Hermes, sessionId: string, pinned = true): void {
  database.updateSession(sessionId, { pinned: pinned ? 1 : 0 });
}

export function renameTitle({ database }: Hermes, sessionId: string, title: string | null): void {
  database.updateSession(sessionId, { title, title_source: title === null ? null : 'user' });
}

export function changeModel(
  { database }: Hermes,
  sessionId: string,
  model: string | null,
  provider: string,
): void {
  database.updateSession(sessionId, { model, billing_provider: provider });
}

/** A session goes with its rows and its delegates; other children lose sight of it. */
export function deleteSession(hermes: Hermes, sessionId: string): void {
  const { connection } = hermes.database;
  hermes.database.transaction(() => {
    for (const child of delegatesOf(hermes, sessionId)) deleteSession(hermes, child);
    connection.run('UPDATE sessions SET parent_session_id = NULL WHERE parent_session_id = ?', sessionId);
    connection.run('DELETE FROM messages WHERE session_id = ?', sessionId);
    if (hasUsage(hermes)) connection.run('DELETE FROM session_model_usage WHERE session_id = ?', sessionId);
    connection.run('DELETE FROM sessions WHERE id = ?', sessionId);
  });
}

/** What Hermes does unasked since September 2026: ended sessions older than `days` go, pinned ones stay. @returns their ids */
export function autoPrune(hermes: Hermes, now: number, days = KEPT_DAYS): string[] {
  const { connection } = hermes.database;
  return hermes.database.transaction(() => {
    const old = connection
      .prepare('SELECT id FROM sessions WHERE ended_at < ? AND pinned = 0 ORDER BY ended_at, id')
      .all(now - days * DAY);
    for (const [id] of old) deleteSession(hermes, `${id}`);
    return old.map(([id]) => `${id}`);
  });
}

/** Deletes the last rows of a session, or all of them: its own row stays. @returns how many went */
export function deleteMessages(
  { database }: Hermes,
  sessionId: string,
  count = Number.POSITIVE_INFINITY,
): number {
  const rows = database.messages(sessionId);
  const going = rows.slice(Math.max(0, rows.length - count)).map(({ id }) => id);
  database.transaction(() => database.deleteMessages(going));
  return going.length;
}

/** Puts a row into another session, as a repair by hand would. */
export function moveMessage({ database }: Hermes, messageId: number, sessionId: string): void {
  database.connection.run('UPDATE messages SET session_id = ? WHERE id = ?', sessionId, messageId);
}

function delegatesOf({ database }: Hermes, parent: string): string[] {
  const children = database.connection
    .prepare('SELECT id, model_config FROM sessions WHERE parent_session_id = ? AND id <> ? ORDER BY id')
    .all(parent, parent);
  return children.flatMap(([id, config]) => (delegateFrom(config) === parent ? [`${id}`] : []));
}

function delegateFrom(config: unknown): unknown {
  try {
    return typeof config === 'string' ? JSON.parse(config)?._delegate_from : undefined;
  } catch {
    return undefined;
  }
}

function hasUsage({ database }: Hermes): boolean {
  return (
    database.connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'session_model_usage'`).get() !==
    undefined
  );
}
