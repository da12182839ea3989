import { createHash } from 'node:crypto';
import type { StoredMessage } from '../database/rows.ts';
import { withoutSummary } from './carriers.ts';
import type { Hermes } from './hermes.ts';

/**
 * Notes in the rows of a session what its display shows: rows that show the same have the same identity, and the place
 * of the first of them. Rows that were taken back have none. Does nothing for a Hermes that did not do so yet.
 */
export function noteDisplay({ database, version }: Hermes, sessionId: string): void {
  if (!version.notesDisplay) return;
  const update = database.connection.prepareWrite(
    'UPDATE messages SET display_identity = ?, display_order = ? WHERE id = ?',
  );
  const places = new Map<string, number>();
  database.transaction(() => {
    for (const row of database.messages(sessionId)) {
      if (row.active !== 1 && row.compacted !== 1) {
        update.run(null, null, row.id);
        continue;
      }
      const identity = identityOf(row);
      const key = identity.toString('hex');
      if (!places.has(key)) places.set(key, row.id);
      update.run(identity, places.get(key) as number, row.id);
    }
  });
}

function identityOf({
  role,
  content,
  timestamp,
  tool_call_id,
  tool_calls,
  tool_name,
}: StoredMessage): Buffer {
  const said = role === 'user' && typeof content === 'string' ? withoutSummary(content) || content : content;
  const key = [role, said, timestamp, tool_call_id, tool_calls, tool_name];
  return createHash('sha256').update(JSON.stringify(key)).digest();
}
