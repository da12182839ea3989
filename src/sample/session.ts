import type { SessionCells } from './database/rows.ts';
import type { NewSession } from './operations/appending.ts';
import type { Random } from './random.ts';
import { type Topic, title } from './texts/requests.ts';
import type { Transcript } from './transcript.ts';
import { type Era, eraAt } from './world/eras.ts';
import { chooseModel, type Model } from './world/models.ts';
import { branch, type Project, type Workshop } from './world/projects.ts';

/** Where, with what and about what a session is. */
export interface SessionSetting {
  readonly id: string;
  readonly topic: Topic;
  readonly project: Project;
  readonly model: Model;
  /** What Hermes could do then. */
  readonly era: Era;
  readonly source: string;
  readonly start: number;
  /** The session that it is a subagent of, or goes on from. */
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
    era: eraAt(moment),
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

/** A session that goes on from another is about the same. */
export function sequelOf(setting: SessionSetting, start: number, random: Random): SessionSetting {
  return { ...setting, id: idAt(start, random), start, parent: setting.id };
}

/** `20260304_050607_a1b2c3`, from UTC so that it is the same everywhere. */
function idAt(start: number, random: Random | null): string {
  const stamp = new Date(start * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '_');
  return random ? `${stamp}_${random.hex(6)}` : stamp;
}

/** The row of a session that begins. */
export function openingRow({ id, start, source, model, era, title }: SessionSetting): NewSession {
  const [platform] = FAR_FROM_A_KEYBOARD.has(source) ? [source] : [];
  return {
    id,
    started_at: start,
    source,
    created_source: era.notesOrigin ? source : null,
    session_key: platform && platform !== 'api_server' ? `agent:main:${platform}:dm:1` : null,
    model: model.name,
    title,
    title_source: era.notesOrigin && title !== null ? 'auto' : null,
    billing_provider: model.provider,
    billing_mode: model.subscription ? 'subscription_included' : null,
  };
}

/** What its row says once the session is over, beside what it used. */
export function closingRow(setting: SessionSetting, transcript: Transcript, random: Random): SessionCells {
  const { project, source, era } = setting;
  const local = !FAR_FROM_A_KEYBOARD.has(source);
  return {
    ended_at: transcript.clock,
    end_reason: endReason(source, random),
    last_activity_at: era.notesOrigin ? transcript.clock : null,
    tool_call_count: transcript.toolCalls,
    ...(local ? placeOf(setting.topic, project, random) : NOWHERE),
    archived: random.chance(0.04) ? 1 : 0,
  };
}

const NOWHERE = { cwd: null, git_branch: null, git_repo_root: null };

/** Some talk needs no repository, and some work is begun in a folder of one. */
function placeOf(topic: Topic, { root }: Project, random: Random): SessionCells {
  const git_branch = branch(random);
  if (topic === 'chat' || topic === 'knowledge') return { ...NOWHERE, cwd: '/home/dev/notes' };
  const below = random.chance(0.15) ? random.pick(['/src', '/docs', '/packages/core']) : '';
  return { cwd: root + below, git_branch, git_repo_root: root };
}

function endReason(source: string, random: Random): string | null {
  if (source === 'cron') return 'cron_complete';
  if (source === 'subagent') return 'completed';
  if (source === 'cli') return random.pick(['cli_close', 'cli_close', 'new_session', null]);
  return random.pick(['session_reset', 'idle_timeout', null]);
}
