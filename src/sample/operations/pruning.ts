import type { SqlValue } from '../../hermes/sqlite/drivers/driver.ts';
import type { NewMessage, StoredMessage } from '../database/rows.ts';
import { hermesJson } from '../hermesJson.ts';
import { appendCopy, recount } from './appending.ts';
import type { Hermes } from './hermes.ts';

export interface Pruning {
  /** How many live rows at the end stay whole; 8 if not said. */
  readonly keep?: number;
}

const KEPT_ROWS = 8;
/** Characters from which on an old result is not worth its room. */
const LONG_RESULT = 200;
const LONG_ARGUMENT = 300;
const CUT_TO = 120;

/**
 * Proactive prune: every live row is retired and inserted anew, old results as a line that says how long they were,
 * long arguments of old calls cut, texts without white space around them.
 * @returns false if everything is recent
 */
export function prune(hermes: Hermes, sessionId: string, { keep = KEPT_ROWS }: Pruning = {}): boolean {
  const { database } = hermes;
  return database.transaction(() => {
    const live = database.liveMessages(sessionId);
    const recent = live.length - keep;
    if (recent <= 0) return false;
    database.setState(
      live.map(({ id }) => id),
      0,
      1,
    );
    for (const [index, row] of live.entries()) {
      const summary = { _compressed_summary: row._compressed_summary };
      appendCopy(hermes, row, { ...summary, ...(index < recent ? shortened(row) : trimmed(row)) });
    }
    recount(hermes, sessionId);
    return true;
  });
}

type Changes = Pick<NewMessage, 'content' | 'tool_calls'>;

function shortened(row: StoredMessage): Changes {
  const { content, tool_calls } = row;
  if (row.role === 'tool' && typeof content === 'string' && content.length > LONG_RESULT) {
    return { content: `[${row.tool_name}] ${content.length} chars, cleared` };
  }
  return { ...trimmed(row), tool_calls: shortCalls(tool_calls) };
}

function trimmed({ content }: StoredMessage): Changes {
  const isPlain = typeof content === 'string' && !content.startsWith('\0');
  return { content: isPlain ? content.trim() : content };
}

/** Calls with the same ids and names, long texts in their arguments cut. */
function shortCalls(stored: SqlValue): SqlValue {
  if (typeof stored !== 'string' || stored.length <= LONG_ARGUMENT) return stored;
  const calls: unknown = JSON.parse(stored);
  if (!Array.isArray(calls)) return stored;
  return hermesJson(
    calls.map((call) => {
      const text: unknown = call?.function?.arguments;
      if (typeof text !== 'string' || text.length <= LONG_ARGUMENT) return call;
      const short = JSON.stringify(JSON.parse(text), (_, value) =>
        typeof value === 'string' ? cut(value) : value,
      );
      return { ...call, function: { ...call.function, arguments: short } };
    }),
  );
}

const cut = (text: string): string => (text.length <= CUT_TO ? text : `${text.slice(0, CUT_TO)}...[cut]`);
