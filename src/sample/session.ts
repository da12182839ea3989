import { chooseModel, type Model } from './models.ts';
import { branch, type Project, type Workshop } from './projects.ts';
import type { Random } from './random.ts';
import type { SessionRow } from './rows.ts';
import { type Topic, title } from './texts/requests.ts';
import type { Transcript } from './transcript.ts';

/** Where, with what and about what a session is. */
export interface SessionSetting {
  readonly id: string;
  readonly topic: Topic;
  readonly project: Project;
  readonly model: Model;
  readonly source: string;
  readonly start: number;
  readonly parent: string | null;
  readonly title: string | null;
}

const SOURCES = [
  ['cli', 58],
  ['telegram', 16],
  ['discord', 9],
  ['vscode', 9],
  ['slack', 4],
  ['api_server', 4],
] as const;

const FAR_FROM_A_KEYBOARD = new Set(['telegram', 'discord', 'slack', 'api_server']);

/** @param moment The part of the history's span that lies before the session. */
export function setScene(
  topic: Topic,
  start: number,
  moment: number,
  workshop: Workshop,
  random: Random,
): SessionSetting {
  const project = workshop.at(moment, random);
  const scheduled = topic === 'routine';
  return {
    id: (scheduled ? `cron_${random.hex(12)}_` : '') + idAt(start, scheduled ? null : random),
    topic,
    project,
    model: chooseModel(random, moment),
    source: scheduled ? 'cron' : topic === 'marathon' ? 'cli' : random.weighted(SOURCES),
    start,
    parent: null,
    title: random.chance(0.78) ? title(random, topic, project) : null,
  };
}

/** A subagent works in its parent's project, on a task of its own. */
export function subagentOf(parent: SessionSetting, start: number, random: Random): SessionSetting {
  return {
    ...parent,
    id: idAt(start, random),
    topic: random.pick(['feature', 'research', 'debug']),
    source: 'subagent',
    start,
    parent: parent.id,
    title: null,
  };
}

/** `20260304_050607_a1b2c3`, from UTC so that it is the same everywhere. */
function idAt(start: number, random: Random | null): string {
  const stamp = new Date(start * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '_');
  return random ? `${stamp}_${random.hex(6)}` : stamp;
}

/** The session's row, once all of its messages are there. */
export function sessionRow(setting: SessionSetting, transcript: Transcript, random: Random): SessionRow {
  const { model, project, source } = setting;
  const local = !FAR_FROM_A_KEYBOARD.has(source);
  const cost = price(model, transcript);
  return {
    id: setting.id,
    source,
    model: model.name,
    parent_session_id: setting.parent,
    started_at: setting.start,
    ended_at: transcript.clock,
    end_reason: endReason(source, random),
    message_count: transcript.messages,
    tool_call_count: transcript.toolCalls,
    input_tokens: transcript.inputTokens,
    output_tokens: transcript.outputTokens,
    cache_read_tokens: transcript.cachedTokens,
    cache_write_tokens: Math.floor(transcript.inputTokens / 2),
    reasoning_tokens: Math.floor(transcript.outputTokens / 5),
    cwd: local ? project.root : null,
    git_branch: local ? branch(random) : null,
    git_repo_root: local ? project.root : null,
    billing_provider: model.provider,
    estimated_cost_usd: cost,
    actual_cost_usd: model.provider === 'openrouter' ? cost : null,
    title: setting.title,
    api_call_count: transcript.apiCalls,
    rewind_count: transcript.rewinds,
    archived: random.chance(0.04) ? 1 : 0,
  };
}

function endReason(source: string, random: Random): string | null {
  if (source === 'cron') return 'cron_complete';
  if (source === 'subagent') return 'completed';
  if (source === 'cli') return random.pick(['cli_close', 'cli_close', 'new_session', null]);
  return random.pick(['session_reset', 'idle_timeout', null]);
}

/** Dollars, to a millionth. Cached input costs a tenth. */
function price({ inputPrice, outputPrice }: Model, transcript: Transcript): number {
  const input = (transcript.inputTokens + transcript.cachedTokens / 10) * inputPrice;
  return Math.round(input + transcript.outputTokens * outputPrice) / 1e6;
}
