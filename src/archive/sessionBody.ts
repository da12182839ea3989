import type { Generation } from '../hermes/historyMode.ts';
import { NO_ROWS, type RowDigest } from '../hermes/rowDigest.ts';
import { figureRowOf, statsOfRow } from '../metrics/figureRow.ts';
import type { FigureRow } from '../metrics/sessionDays.ts';
import type { SessionStats } from '../metrics/sessionStats.ts';
import { daysFrom, daysList } from './daysList.ts';
import { factsFrom, factsList } from './factsList.ts';
import { areFigures } from './figureList.ts';
import type { DashboardFigures, SessionRecord } from './sessionRecord.ts';

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

/** The record that a body was made of, or undefined when it makes no sense. */
export function recordOf(id: string, body: string): SessionRecord | undefined {
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length < PLACES) return undefined;
  const [rules, goneAt, factList, rows, tools, dayList, figures, dashboard] = list as readonly unknown[];
  if (!isCount(rules) || !isMoment(goneAt) || !areTexts(tools) || !areFigures(figures)) return undefined;
  const facts = factsFrom(factList);
  const days = daysFrom(dayList);
  if (!facts || !days) return undefined;
  const statsOf = (figures: FigureRow, tool_names: string[]) =>
    statsOfRow(figures, {
      session_id: id,
      title: facts.title,
      started_at: facts.startedAt,
      last_active: facts.lastActive,
      source: facts.source,
      tool_names,
      model_names: facts.model ? [facts.model] : [],
    });
  const lifetime = statsOf(figures, tools);
  return {
    id,
    rows: digestFrom(rows),
    facts,
    rules,
    lifetime,
    days,
    dashboard: dashboardFrom(dashboard, lifetime, statsOf),
    goneAt,
  };
}

/** The generation alone where its figures are those of `lifetime`. */
function dashboardList({ generation, stats }: DashboardFigures, lifetime: SessionStats): unknown {
  const number = generation === 'any' ? ANY : generation;
  return stats === lifetime ? [number] : [number, figureRowOf(stats), stats.tool_names];
}

function dashboardFrom(
  value: unknown,
  lifetime: SessionStats,
  statsOf: (figures: FigureRow, tools: string[]) => SessionStats,
): DashboardFigures | null {
  if (!Array.isArray(value)) return null;
  const [number, figures, tools] = value as readonly unknown[];
  const generation = number === ANY ? 'any' : generationFrom(number);
  if (generation === undefined) return null;
  if (value.length === 1) return { generation, stats: lifetime };
  return areFigures(figures) && areTexts(tools) ? { generation, stats: statsOf(figures, tools) } : null;
}

function generationFrom(value: unknown): Generation | undefined {
  return value === 1 || value === 2 || value === 3 ? value : undefined;
}

/** A digest of another version is none: the session's rows are then looked at anew. */
function digestFrom(value: unknown): RowDigest | null {
  if (!Array.isArray(value) || value.length !== DIGEST_PARTS.length) return null;
  // One that only looks right tells a change where there is none.
  if (!value.every(isMoment)) return null;
  const digest: Record<string, unknown> = { ...NO_ROWS };
  for (const [place, part] of DIGEST_PARTS.entries()) digest[part] = value[place];
  return digest as unknown as RowDigest;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isMoment(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
