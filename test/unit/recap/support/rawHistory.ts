import type { Random } from '../../../../src/sample/random.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

/** A message as it was written into the history. */
export interface RawMessage {
  /** Epoch seconds. */
  readonly at: number;
  readonly calls: readonly string[];
}

/** A session as it was written into the history. */
export interface RawSession {
  readonly id: string;
  readonly startedAt: number;
  readonly model: string;
  readonly folder: string;
  readonly messages: readonly RawMessage[];
}

const TOOLS = ['terminal', 'read_file', 'patch', 'web_search', 'delegate_task', 'tts', 'cronjob'];
const MODELS = ['a/alpha', 'b/beta', 'gamma', 'ollama/delta', 'c/epsilon', 'd/zeta'];
const FOLDERS = [
  '/projects/one',
  '/projects/two',
  '/projects/three',
  '/projects/four',
  '/projects/five',
  '/projects/six',
];
const DAY = 86_400;

/** Sessions at all hours from one moment to another, some of them over many days, close together where clocks change. */
export function rawHistory(
  random: Random,
  from: number,
  to: number,
  changes: readonly number[],
): RawSession[] {
  return Array.from({ length: 160 }, (_, index) => {
    const around = changes[index % (changes.length * 3)];
    const startedAt = around === undefined ? random.int(from, to) : random.int(around - DAY, around + DAY);
    let at = startedAt;
    const messages = Array.from({ length: random.int(1, 12) }, () => {
      at += random.chance(0.15) ? random.int(DAY / 3, 9 * DAY) : random.int(5, 2400);
      return { at, calls: Array.from({ length: random.int(0, 5) }, () => random.pick(TOOLS)) };
    });
    return {
      id: `session_${index}`,
      startedAt,
      model: random.pick(MODELS),
      folder: random.pick(FOLDERS),
      messages,
    };
  });
}

/** A home in which Hermes has written them. */
export function homeOf(sessions: readonly RawSession[]): TemporaryHome {
  const home = TemporaryHome.create();
  home.sql.exec('BEGIN');
  for (const { id, startedAt, model, folder, messages } of sessions) {
    home.addSession({ id, started_at: startedAt, model, cwd: folder, title: id });
    for (const [index, { at, calls }] of messages.entries())
      home.addMessage(id, {
        role: 'assistant',
        timestamp: at,
        content: `answer ${index}`,
        tool_calls: JSON.stringify(calls.map((name, place) => ({ id: `${id}-${index}-${place}`, name }))),
      });
  }
  home.sql.exec('COMMIT');
  return home;
}
