import type { WorkedSession } from '../activity/session.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import { eachDayOfWork } from '../metrics/session/workByDay.ts';

/** A tool, and how many sessions that were at work in the period used it. */
export interface TopTool {
  readonly name: string;
  readonly sessions: number;
}

/** A model or a folder, and how many messages of the period belong to it. */
export interface TopPlace {
  readonly name: string;
  readonly messages: number;
}

/** What was used most in a period, most first. */
export interface Tops {
  /** By sessions: of a session is known which tools it used, not on which of its days. */
  readonly tools: readonly TopTool[];
  /** By the name behind the last slash. */
  readonly models: readonly TopPlace[];
  readonly folders: readonly TopPlace[];
}

const SHOWN = 5;

/** @param folderOf where a session was at work; null where nothing tells it */
export function topsWithin(
  sessions: Iterable<WorkedSession>,
  range: DayRange,
  folderOf: (id: string) => string | null,
): Tops {
  const [tools, models, folders] = [new Counts(), new Counts(), new Counts()];
  for (const session of sessions) {
    let [messages, toolCalls] = [0, 0];
    eachDayOfWork(session, (day, messagesThen, toolCallsThen) => {
      if (!isInRange(day, range)) return;
      messages += messagesThen;
      toolCalls += toolCallsThen;
    });
    const { session_id, tool_names, model_names } = session.stats;
    if (toolCalls > 0) for (const tool of tool_names) tools.add(tool, 1);
    if (messages === 0) continue;
    for (const model of model_names) models.add(model.slice(model.lastIndexOf('/') + 1), messages);
    folders.add(folderOf(session_id), messages);
  }
  return {
    tools: tools.most().map(([name, count]) => ({ name, sessions: count })),
    models: models.most().map(([name, messages]) => ({ name, messages })),
    folders: folders.most().map(([name, messages]) => ({ name, messages })),
  };
}

class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string | null, count: number): void {
    if (name) this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  /** Of equals the one that comes first by its letters' codes. */
  most(): (readonly [name: string, count: number])[] {
    return [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, SHOWN);
  }
}
