import { NO_ROWS, type RowDigest } from '../../hermes/changes/digest.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import { figureRowOf, type SessionWords, statsOfRow } from '../../metrics/sums/figureRow.ts';
import { CommonWords } from './commonWords.ts';
import { daysFrom, daysList } from './days.ts';
import { factsFrom, factsList, isMoment } from './facts.ts';
import { areFigures } from './figures.ts';
import type { DashboardFigures, SessionRecord } from './record.ts';

const DIGEST_PARTS = Object.keys(NO_ROWS) as readonly (keyof RowDigest)[];

/** A newer version may have more. */
const PLACES = 8;
/** A dashboard of any generation, as a number. */
const ANY = 0;

/** A session's record as the JSON text that the archive keeps, without its id; `schema.ts` names the places. */
export function bodyOf({ rules, goneAt, facts, rows, lifetime, days, dashboard }: SessionRecord): string {
  return JSON.stringify([
    rules,
    goneAt,
    factsList(facts),
    rows && DIGEST_PARTS.map((part) => rows[part]),
    lifetime.tool_names,
    daysList(days),
    figureRowOf(lifetime),
    dashboard && dashboardList(dashboard, lifetime),
  ]);
}

/**
 * The record that a body was made of, or undefined when it makes no sense.
 * @param common what others read at the same time have in common with it
 */
export function recordOf(
  id: string,
  body: string,
  common: CommonWords = new CommonWords(),
): SessionRecord | undefined {
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length < PLACES) return undefined;
  const [rules, goneAt, tools, figures]: unknown[] = [list[0], list[1], list[4], list[6]];
  if (!isCount(rules) || !isMoment(goneAt) || !areTexts(tools) || !areFigures(figures)) return undefined;
  const facts = factsFrom(list[2], common);
  const days = daysFrom(list[5]);
  if (!facts || !days) return undefined;
  const words: SessionWords = {
    session_id: id,
    title: facts.title,
    started_at: facts.startedAt,
    last_active: facts.lastActive,
    source: facts.source,
    tool_names: tools,
    model_names: common.models(facts.model),
  };
  const lifetime = statsOfRow(figures, words);
  const dashboard = list[7] && dashboardFrom(list[7], lifetime, words);
  return { id, rows: digestFrom(list[3]), facts, rules, lifetime, days, dashboard, goneAt };
}

/** The generation alone where its figures are those of `lifetime`. */
function dashboardList({ generation, stats }: DashboardFigures, lifetime: SessionStats): unknown {
  const number = generation === 'any' ? ANY : generation;
  return stats === lifetime ? [number] : [number, figureRowOf(stats), stats.tool_names];
}

function dashboardFrom(value: unknown, lifetime: SessionStats, words: SessionWords): DashboardFigures | null {
  if (!Array.isArray(value)) return null;
  const generation = value[0] === ANY ? 'any' : generationFrom(value[0]);
  if (generation === undefined) return null;
  if (value.length === 1) return { generation, stats: lifetime };
  const figures: unknown = value[1];
  const tools: unknown = value[2];
  if (!areFigures(figures) || !areTexts(tools)) return null;
  return { generation, stats: statsOfRow(figures, { ...words, tool_names: tools }) };
}

function generationFrom(value: unknown): Generation | undefined {
  return value === 1 || value === 2 || value === 3 ? value : undefined;
}

/** A digest of another version is none: the session's rows are then looked at anew. */
function digestFrom(value: unknown): RowDigest | null {
  if (!Array.isArray(value) || value.length !== DIGEST_PARTS.length) return null;
  const digest: Record<string, unknown> = { ...NO_ROWS };
  for (let place = 0; place < DIGEST_PARTS.length; place++) {
    if (!isMoment(value[place])) return null;
    digest[DIGEST_PARTS[place]!] = value[place];
  }
  return digest as unknown as RowDigest;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function areTexts(value: unknown): value is string[] {
  if (!Array.isArray(value)) return false;
  for (let place = 0; place < value.length; place++) if (typeof value[place] !== 'string') return false;
  return true;
}
