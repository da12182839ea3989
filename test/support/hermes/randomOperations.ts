import type { NewMessage, StoredMessage } from '../../../src/sample/database/rows.ts';
import { append, startSession } from '../../../src/sample/operations/appending.ts';
import type { Place } from '../../../src/sample/operations/carriers.ts';
import { compact } from '../../../src/sample/operations/compaction.ts';
import { noteDisplay } from '../../../src/sample/operations/display.ts';
import { type Hermes, TODAY, type Version } from '../../../src/sample/operations/hermes.ts';
import {
  archive,
  autoPrune,
  changeModel,
  deleteMessages,
  deleteSession,
  hide,
  pin,
  renameTitle,
} from '../../../src/sample/operations/keeping.ts';
import { prune } from '../../../src/sample/operations/pruning.ts';
import { branch, delegate, end, reset, rotate } from '../../../src/sample/operations/succession.ts';
import { editMessage, regenerate, retry, rewind } from '../../../src/sample/operations/takingBack.ts';
import { appendTurn, someText } from './turns.ts';

/** What an operation happens to, and when. */
interface Scene {
  readonly sessionId: string;
  /** The id of a session that comes of it, if one does. */
  readonly newId: string;
  /** Epoch seconds. */
  readonly now: number;
}

interface Operation {
  readonly weight: number;
  /** The session ends by it, and so, as sessions end once, nothing is done to one that has. */
  readonly ends?: true;
  /** Whether rows go that were counted: all of a session's, its own with them, or some. */
  readonly removes?: 'a session' | 'messages';
  /** What Hermes was like when it did so. */
  readonly version?: Partial<Version>;
  readonly run: (hermes: Hermes, scene: Scene) => unknown;
}

const MODELS = [
  'openai/gpt-5.1',
  'anthropic/claude-opus-4.5',
  'ollama/qwen3:8b',
  'nousresearch/hermes-4-70b',
];

const start = (hermes: Hermes, { newId, now }: Scene): void => {
  const { random } = hermes;
  const title = random.chance(0.5) ? someText(random) : null;
  const source = random.pick(['cli', 'telegram', 'cron']);
  const session_key = source === 'telegram' ? `agent:main:telegram:dm:${random.int(1, 3)}` : null;
  startSession(hermes, {
    id: newId,
    started_at: now,
    source,
    session_key,
    model: random.pick(MODELS),
    title,
  });
  appendTurn(hermes, newId, now + 1);
};

const fold = (hermes: Hermes, { sessionId, now }: Scene): boolean => {
  const { random } = hermes;
  const place = random.pick<Place>(['user row', 'assistant row', 'before', 'behind']);
  const legacy = random.chance(0.2);
  return compact(hermes, sessionId, {
    summary: someText(random),
    now,
    place,
    legacy,
    tail: random.int(2, 8),
  });
};

const pass = ({ sessionId, newId, now }: Scene) => ({ parent: sessionId, child: { id: newId, now } });

/** Everything that Hermes does to a history, by the names of counting.md. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  start: { weight: 8, run: start },
  turn: { weight: 40, run: (hermes, { sessionId, now }) => appendTurn(hermes, sessionId, now) },
  'compaction of today': { weight: 8, run: fold },
  'compaction until August': { weight: 6, version: { hidesTail: false }, run: fold },
  'compaction long ago': {
    weight: 3,
    version: { hidesTail: false, marksSummaries: false, messageUids: false },
    run: fold,
  },
  prune: {
    weight: 6,
    run: (hermes, { sessionId }) => prune(hermes, sessionId, { keep: hermes.random.int(2, 8) }),
  },
  rewind: { weight: 6, run: (hermes, { sessionId }) => rewind(hermes, sessionId, hermes.random.int(1, 2)) },
  retry: {
    weight: 5,
    run: (hermes, { sessionId }) => retry(hermes, sessionId, (row) => saidAnew(row, hermes)),
  },
  edit: {
    weight: 3,
    run: (hermes, { sessionId }) => editMessage(hermes, sessionId, someText(hermes.random)),
  },
  regenerate: {
    weight: 3,
    run: (hermes, { sessionId }) => regenerate(hermes, sessionId, someText(hermes.random)),
  },
  rotation: {
    weight: 3,
    ends: true,
    run: (hermes, scene) => {
      const { parent, child } = pass(scene);
      rotate(hermes, parent, { ...child, summary: someText(hermes.random) });
      appendTurn(hermes, child.id, child.now + 2);
    },
  },
  branch: {
    weight: 3,
    ends: true,
    run: (hermes, scene) => {
      const { parent, child } = pass(scene);
      branch(hermes, parent, { ...child, marked: hermes.random.chance(0.7) });
      appendTurn(hermes, child.id, child.now + 2);
    },
  },
  delegate: {
    weight: 4,
    run: (hermes, scene) => {
      const { parent, child } = pass(scene);
      delegate(hermes, parent, child);
      appendTurn(hermes, child.id, child.now + 2);
    },
  },
  reset: {
    weight: 3,
    ends: true,
    run: (hermes, scene) => {
      const { parent, child } = pass(scene);
      const reason = hermes.random.pick(['session_reset', 'idle', 'daily']);
      reset(hermes, parent, { ...child, reason, marked: hermes.random.chance(0.5), carried: 2 });
      appendTurn(hermes, child.id, child.now + 2);
    },
  },
  archive: {
    weight: 2,
    run: (hermes, { sessionId }) => archive(hermes, sessionId, hermes.random.chance(0.7)),
  },
  hide: { weight: 2, run: (hermes, { sessionId }) => hide(hermes, sessionId, hermes.random.chance(0.7)) },
  pin: { weight: 1, run: (hermes, { sessionId }) => pin(hermes, sessionId) },
  'new title': {
    weight: 2,
    run: (hermes, { sessionId }) => renameTitle(hermes, sessionId, someText(hermes.random)),
  },
  'other model': {
    weight: 2,
    run: (hermes, { sessionId }) => changeModel(hermes, sessionId, hermes.random.pick(MODELS), 'openrouter'),
  },
  end: {
    weight: 5,
    run: (hermes, { sessionId, now }) =>
      isOpen(hermes, sessionId) && end(hermes, sessionId, now, 'cli_close'),
  },
  'odd row': {
    weight: 2,
    run: (hermes, { sessionId, now }) => {
      const { random } = hermes;
      const call = { id: 'odd', type: 'function', function: { name: 'terminal', arguments: '{}' } };
      append(hermes, {
        session_id: sessionId,
        role: 'assistant',
        content: someText(random),
        timestamp: random.pick([now, 0, -1, 5e246, 'never']),
        tool_calls: random.pick([
          JSON.stringify(call),
          JSON.stringify(JSON.stringify([call])),
          '7',
          '"x"',
          '[[]]',
        ]),
      });
    },
  },
  'delete session': {
    weight: 3,
    removes: 'a session',
    run: (hermes, { sessionId }) => deleteSession(hermes, sessionId),
  },
  'auto-prune': {
    weight: 1,
    removes: 'a session',
    run: (hermes, { now }) => autoPrune(hermes, now, 4),
  },
  'empty session': {
    weight: 1,
    removes: 'messages',
    run: (hermes, { sessionId }) => deleteMessages(hermes, sessionId),
  },
  'delete messages': {
    weight: 1,
    removes: 'messages',
    run: (hermes, { sessionId }) => deleteMessages(hermes, sessionId, hermes.random.int(1, 9)),
  },
  'rewind long ago': {
    weight: 1,
    removes: 'messages',
    version: { hidesTakenBack: false },
    run: (hermes, { sessionId }) => rewind(hermes, sessionId),
  },
  'retry long ago': {
    weight: 1,
    removes: 'messages',
    version: { hidesTakenBack: false },
    run: (hermes, { sessionId }) => retry(hermes, sessionId, (row) => saidAnew(row, hermes)),
  },
};

function isOpen({ database }: Hermes, sessionId: string): boolean {
  const row = database.connection.prepare('SELECT ended_at FROM sessions WHERE id = ?').get(sessionId);
  return row?.[0] === null;
}

/** The model answers otherwise; a result stays that of its call. */
function saidAnew({ role }: StoredMessage, { random }: Hermes): Partial<NewMessage> {
  return role === 'assistant' ? { content: someText(random) } : {};
}

/** Does an operation as the Hermes of its time did it, and notes what the display shows where that is done. */
export function perform(name: string, hermes: Hermes, scene: Scene): void {
  const operation = OPERATIONS[name];
  if (!operation) throw new Error(`There is no operation ${name}`);
  if (operation.ends && !isOpen(hermes, scene.sessionId)) return;
  const version = { ...TODAY, ...hermes.version, ...operation.version };
  operation.run({ ...hermes, version }, scene);
  for (const id of [scene.sessionId, scene.newId]) noteDisplay({ ...hermes, version }, id);
}
