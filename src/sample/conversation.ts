import { hermesJson } from './hermesJson.ts';
import type { Random } from './random.ts';
import type { HistoryRow } from './rows.ts';
import { type SessionSetting, sessionRow, subagentOf } from './session.ts';
import { answer, remark, summary } from './texts/answers.ts';
import type { Library } from './texts/library.ts';
import { pictureMessage } from './texts/pictures.ts';
import { request } from './texts/requests.ts';
import { chooseTool } from './tools/habits.ts';
import { type Budget, type Entry, Transcript } from './transcript.ts';

/** What all conversations of one history share. */
export interface Studio {
  readonly random: Random;
  readonly library: Library;
  /** Epoch seconds at which the history ends. */
  readonly now: number;
}

/** How many rounds of tools a request takes at most. */
const LONGEST_TURN = 14;

/**
 * Writes one session, message by message, then its own row. Sessions of subagents come in between, where their
 * parent waited for them, as the ids of a real history have it.
 */
export function* converse(
  studio: Studio,
  setting: SessionSetting,
  budget: Budget,
  subagents: readonly Budget[] = [],
): Generator<HistoryRow> {
  const { random } = studio;
  const transcript = new Transcript(setting.id, setting.start, budget, studio.now, random);
  const waiting = [...subagents];
  let first = true;
  while (first || !transcript.finished) {
    if (!first) transcript.wait(80, 1.2);
    if (transcript.mustCompact())
      yield message(transcript, { role: 'user', content: within(summary(random), transcript) });
    const takenBack = !first && random.chance(0.02);
    if (takenBack) transcript.rewind();
    yield* turn(studio, setting, transcript, first);
    transcript.keep();
    // Spread over the session; at its end all of them have been sent out.
    while (waiting.length > 0 && 1 - waiting.length / subagents.length < transcript.progress) {
      yield* delegation(studio, setting, transcript, waiting.shift() as Budget);
    }
    first = false;
  }
  yield { table: 'sessions', row: sessionRow(setting, transcript, random) };
}

/** A request, the tools it takes, and the answer. */
function* turn(
  studio: Studio,
  setting: SessionSetting,
  transcript: Transcript,
  first: boolean,
): Generator<HistoryRow> {
  const { random } = studio;
  const text = within(request(random, setting.topic, setting.project, first), transcript);
  const withPicture = setting.topic === 'frontend' && transcript.room > 20_000 && random.chance(0.08);
  yield message(transcript, { role: 'user', content: withPicture ? pictureMessage(text, random) : text });
  for (let rounds = random.int(1, LONGEST_TURN); rounds > 0 && !transcript.finished; rounds--) {
    yield* round(studio, setting, transcript);
  }
  transcript.wait(5, 0.7);
  yield message(transcript, {
    role: 'assistant',
    content: within(answer(random), transcript),
    finishReason: 'stop',
  });
}

/** One answer of the model that calls tools, and what they return. */
function* round(studio: Studio, setting: SessionSetting, transcript: Transcript): Generator<HistoryRow> {
  const { random, library } = studio;
  const uses = Array.from({ length: random.weighted(CALLS_AT_ONCE) }, () => {
    const [name, tool] = chooseTool(random, setting.topic);
    return {
      id: callId(random),
      name,
      ...tool({ random, library, project: setting.project, room: transcript.room }),
    };
  });
  transcript.wait(4, 0.7);
  yield message(transcript, calling(remark(random), uses));
  transcript.toolCalls += uses.length;
  for (const { id, name, result } of uses) {
    transcript.wait(3, 1);
    yield message(transcript, { role: 'tool', content: result, toolCallId: id, toolName: name });
  }
}

const CALLS_AT_ONCE = [
  [1, 84],
  [2, 10],
  [3, 6],
] as const;

/** The agent hands a task to a subagent and waits for it. */
function* delegation(
  studio: Studio,
  setting: SessionSetting,
  transcript: Transcript,
  budget: Budget,
): Generator<HistoryRow> {
  const { random } = studio;
  const id = callId(random);
  const goal = request(random, 'feature', setting.project, true);
  transcript.wait(4, 0.7);
  const args = { goal, toolsets: random.pick([['terminal', 'file'], ['web'], ['terminal', 'file', 'web']]) };
  yield message(transcript, calling(remark(random), [{ id, name: 'delegate_task', args }]));
  transcript.toolCalls++;
  const child = subagentOf(setting, transcript.clock, random);
  let end = child.start;
  for (const row of converse(studio, child, budget)) {
    if (row.table === 'sessions') end = row.row.ended_at;
    yield row;
  }
  transcript.waitUntil(end);
  const result = JSON.stringify({
    results: [{ status: 'completed', summary: within(answer(random), transcript) }],
  });
  yield message(transcript, { role: 'tool', content: result, toolCallId: id, toolName: 'delegate_task' });
}

interface Call {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

function calling(content: string | null, calls: readonly Call[]): Entry {
  const toolCalls = calls.map(({ id, name, args }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  }));
  return { role: 'assistant', content, toolCalls: hermesJson(toolCalls), finishReason: 'tool_calls' };
}

const callId = (random: Random): string => `call_${random.hex(12)}`;

const message = (transcript: Transcript, entry: Entry): HistoryRow => ({
  table: 'messages',
  row: transcript.add(entry),
});

/** Cuts a text to the room that is left, which only matters for sessions with a budget of bytes. */
const within = (text: string, transcript: Transcript): string =>
  text.length <= transcript.room ? text : text.slice(0, transcript.room);
