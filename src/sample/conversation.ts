import { bridgedCalls, type Call, isBridged, storedCall } from './bridgedCalls.ts';
import type { HermesDatabase } from './database/hermesDatabase.ts';
import { hermesJson } from './hermesJson.ts';
import { append, recount, startSession } from './operations/appending.ts';
import type { Hermes } from './operations/hermes.ts';
import { delegate } from './operations/succession.ts';
import type { Sequel } from './outline.ts';
import type { Random } from './random.ts';
import { closingRow, openingRow, type SessionSetting, sequelOf, subagentOf } from './session.ts';
import { answer, remark } from './texts/answers.ts';
import type { Library } from './texts/library.ts';
import { pictureMessage } from './texts/pictures.ts';
import { request } from './texts/requests.ts';
import { chooseTool } from './tools/habits.ts';
import { type Budget, type Compactions, type Entry, Transcript } from './transcript.ts';
import { pauseBefore, Upkeep } from './upkeep.ts';
import { keepAccounts, usedColumns } from './world/accounts.ts';

/** What all conversations of one history share. */
export interface Studio {
  readonly database: HermesDatabase;
  readonly random: Random;
  /** Chances of all that does not change what is said. */
  readonly besides: Random;
  readonly library: Library;
  /** Epoch seconds at which the history ends. */
  readonly now: number;
  /** Whether Hermes and its user also do to sessions what they do to real ones. */
  readonly lively: boolean;
  readonly compactions: Compactions;
}

/** How many rounds of tools a request takes at most. */
const LONGEST_TURN = 14;

/** A session at work. */
interface Scene {
  readonly studio: Studio;
  readonly hermes: Hermes;
  readonly setting: SessionSetting;
  readonly transcript: Transcript;
}

export interface Plan {
  readonly budget: Budget;
  readonly subagents: readonly Budget[];
  readonly sequel?: (Sequel & { readonly budget: Budget }) | undefined;
}

/** Writes a session of its own, with its subagents and, if it has one, its sequel. */
export function converse(studio: Studio, setting: SessionSetting, plan: Plan): void {
  startSession(hermesOf(studio, setting), openingRow(setting));
  const { transcript, upkeep } = writeSession(studio, setting, plan.budget, plan.subagents);
  if (!plan.sequel) return;
  const start = Math.min(studio.now, transcript.clock + pauseBefore(plan.sequel, studio.besides));
  const sequel = sequelOf(setting, start, studio.besides);
  upkeep.goOn(plan.sequel, sequel);
  writeSession(studio, sequel, plan.sequel.budget, []);
}

function hermesOf({ database, besides }: Studio, { era }: SessionSetting): Hermes {
  return { database, random: besides, version: era };
}

/**
 * Writes what is said in a session, message by message, then what its row says of all that. Sessions of subagents come
 * in between, where their parent waited for them, as the ids of a real history have it.
 */
function writeSession(
  studio: Studio,
  setting: SessionSetting,
  budget: Budget,
  subagents: readonly Budget[],
): { transcript: Transcript; upkeep: Upkeep } {
  const { random, lively, now, compactions } = studio;
  const hermes = hermesOf(studio, setting);
  const transcript = new Transcript(setting.id, setting.start, budget, now, random, compactions);
  const scene = { studio, hermes, setting, transcript };
  const upkeep = new Upkeep(hermes, setting, transcript);
  const waiting = [...subagents];
  let first = true;
  let compacted = 0;
  while (first || !transcript.finished) {
    if (!first) transcript.wait(80, 1.2);
    if (transcript.mustCompact() && upkeep.compact()) compacted++;
    if (lively && !first) upkeep.sleep();
    const takenBack = !first && random.chance(0.03);
    turn(scene, first);
    if (lively && takenBack) upkeep.takeBack();
    if (lively) upkeep.clear();
    // Spread over the session; at its end all of them have been sent out.
    while (waiting.length > 0 && 1 - waiting.length / subagents.length < transcript.progress) {
      delegation(scene, waiting.shift() as Budget);
    }
    first = false;
  }
  while (compactions === 'twice' && compacted < 2 && upkeep.compact()) compacted++;
  close(scene);
  if (lively) upkeep.tidy();
  return { transcript, upkeep };
}

function close({ studio, hermes, setting, transcript }: Scene): void {
  const cells = { ...closingRow(setting, transcript, studio.random), ...usedColumns(setting, transcript) };
  studio.database.updateSession(setting.id, cells);
  recount(hermes, setting.id);
  if (setting.era.keepsAccounts) keepAccounts(hermes, setting, transcript, studio.besides);
}

/** A request, the tools it takes, and the answer. */
function turn(scene: Scene, first: boolean): void {
  const { studio, setting, transcript } = scene;
  const { random } = studio;
  const text = within(request(random, setting.topic, setting.project, first), transcript);
  const withPicture = setting.topic === 'frontend' && transcript.room > 20_000 && random.chance(0.08);
  say(scene, { role: 'user', content: withPicture ? pictureMessage(text, random) : text });
  for (let rounds = random.int(1, LONGEST_TURN); rounds > 0 && !transcript.finished; rounds--) round(scene);
  transcript.wait(5, 0.7);
  say(scene, { role: 'assistant', content: within(answer(random), transcript), finishReason: 'stop' });
}

/** One answer of the model that calls tools, and what they return. */
function round(scene: Scene): void {
  const { studio, setting, transcript } = scene;
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
  call(scene, remark(random), uses);
  for (const { id, name, result } of uses) {
    transcript.wait(3, 1);
    say(scene, { role: 'tool', content: result, toolCallId: id, toolName: name });
  }
}

const CALLS_AT_ONCE = [
  [1, 84],
  [2, 10],
  [3, 6],
] as const;

/** The agent hands a task to a subagent and waits for it. */
function delegation(scene: Scene, budget: Budget): void {
  const { studio, hermes, setting, transcript } = scene;
  const { random } = studio;
  const id = callId(random);
  const goal = request(random, 'feature', setting.project, true);
  transcript.wait(4, 0.7);
  const args = { goal, toolsets: random.pick([['terminal', 'file'], ['web'], ['terminal', 'file', 'web']]) };
  call(scene, remark(random), [{ id, name: 'delegate_task', args }]);
  const child = subagentOf(setting, transcript.clock, random);
  delegate(hermes, setting.id, { id: child.id, now: child.start });
  const { transcript: work } = writeSession(studio, child, budget, []);
  transcript.waitUntil(work.clock);
  const result = JSON.stringify({
    results: [{ status: 'completed', summary: within(answer(random), transcript) }],
  });
  say(scene, { role: 'tool', content: result, toolCallId: id, toolName: 'delegate_task' });
}

/** Says something and calls tools, through `tool_call` where the model was not told of them beforehand. */
function call(scene: Scene, content: string | null, calls: readonly Call[]): void {
  const { studio, setting, transcript } = scene;
  const bridged = studio.lively && setting.era.bridgesCalls;
  const stored = calls.map((each) =>
    bridged && isBridged(each) ? bridgedCalls(each.id, [each], studio.besides) : storedCall(each),
  );
  say(scene, { role: 'assistant', content, toolCalls: hermesJson(stored), finishReason: 'tool_calls' });
  transcript.toolCalls += calls.length;
}

const callId = (random: Random): string => `call_${random.hex(12)}`;

const say = ({ hermes, transcript }: Scene, entry: Entry): void => append(hermes, transcript.add(entry));

/** Cuts a text to the room that is left, which only matters for sessions with a budget of bytes. */
const within = (text: string, transcript: Transcript): string =>
  text.length <= transcript.room ? text : text.slice(0, transcript.room);
