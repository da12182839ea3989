import type { NewMessage, StoredMessage } from '../database/rows.ts';
import { appendCopy, recount } from './appending.ts';
import type { Hermes } from './hermes.ts';

/**
 * Rewind, or undo: takes back the last turns, each a question and all that followed.
 * @returns how many rows were taken back
 */
export function rewind(hermes: Hermes, sessionId: string, turns = 1): number {
  const { database } = hermes;
  return database.transaction(() => {
    const live = database.liveMessages(sessionId);
    const questions = live.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
    const from = questions.at(-turns);
    if (from === undefined) return 0;
    takeBack(hermes, live.slice(from));
    database.connection.run('UPDATE sessions SET rewind_count = rewind_count + 1 WHERE id = ?', sessionId);
    recount(hermes, sessionId);
    return live.length - from;
  });
}

/** What takes the place of a row: the same again, or with other content; nothing where it is left out. */
type Rewrite = (row: StoredMessage, index: number) => Partial<NewMessage> | null;

/**
 * Takes back every live row and inserts the transcript again, with changes: what retrying, editing and regenerating
 * have in common. @returns false without live rows
 */
function rewriteTranscript(hermes: Hermes, sessionId: string, rewrite: Rewrite): boolean {
  const { database } = hermes;
  return database.transaction(() => {
    const live = database.liveMessages(sessionId);
    if (live.length === 0) return false;
    takeBack(hermes, live);
    for (const [index, row] of live.entries()) {
      const changes = rewrite(row, index);
      const summary = { _compressed_summary: row._compressed_summary };
      if (changes) appendCopy(hermes, row, { ...summary, ...changes });
    }
    recount(hermes, sessionId);
    return true;
  });
}

/** The last turn again: what the model did after the last question, as `anew` has it. */
export function retry(
  hermes: Hermes,
  sessionId: string,
  anew: (row: StoredMessage) => Partial<NewMessage>,
): boolean {
  const question = lastIndexOf(hermes, sessionId, 'user');
  return rewriteTranscript(hermes, sessionId, (row, index) => (index > question ? anew(row) : {}));
}

/** The last question in other words; what was answered to it is left out. */
export function editMessage(hermes: Hermes, sessionId: string, content: string): boolean {
  const question = lastIndexOf(hermes, sessionId, 'user');
  if (question < 0) return false;
  return rewriteTranscript(hermes, sessionId, (_, index) => {
    if (index > question) return null;
    return index === question ? { content } : {};
  });
}

/** The last answer in other words. */
export function regenerate(hermes: Hermes, sessionId: string, content: string): boolean {
  const answer = lastIndexOf(hermes, sessionId, 'assistant');
  return rewriteTranscript(hermes, sessionId, (_, index) => (index === answer ? { content } : {}));
}

function lastIndexOf({ database }: Hermes, sessionId: string, role: StoredMessage['role']): number {
  return database.liveMessages(sessionId).findLastIndex((row) => row.role === role);
}

function takeBack({ database, version }: Hermes, rows: readonly StoredMessage[]): void {
  const ids = rows.map(({ id }) => id);
  if (version.hidesTakenBack) database.setState(ids, 0, 0);
  else database.deleteMessages(ids);
}
