import type { LocalDay } from '../../calendar/isoDay.ts';
import { sameRows } from '../../hermes/changes/digest.ts';
import type { DaySlice, FigureRow, SessionDays } from '../../metrics/session/daySlices.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import { figureRowOf, SESSION_METRICS } from '../../metrics/sums/figureRow.ts';
import type { SessionRecord } from './record.ts';

/**
 * What was counted now, with what was counted before in the same session and is there no more: its messages were
 * deleted, or an older backup was restored. Figure by figure the greater of the two stays (archive.md).
 */
export function remembering(before: SessionRecord, now: SessionRecord): SessionRecord {
  const known = recounted(before, now);
  // What older rules made of rows that are still there is counted anew, be it less.
  if (isEmptied(before, now) || before.rules !== now.rules) return known;
  const excess = excessOf(before.lifetime, now.lifetime);
  if (excess.every((more) => more === 0)) return known;
  return {
    ...known,
    lifetime: raised(now.lifetime, before.lifetime),
    days: withExcess(known, before, excess),
    dashboard: dashboardOf(known),
  };
}

/** What was counted now in place of what was counted before, be it less; of an emptied session nothing is forgotten. */
export function recounted(before: SessionRecord, now: SessionRecord): SessionRecord {
  const known = withFormerFacts(before, now);
  return isEmptied(before, now) ? keepingAll(before, known) : known;
}

/** Its row is there, and not one of the messages that were counted. */
function isEmptied(before: SessionRecord, now: SessionRecord): boolean {
  return now.rows?.total === 0 && before.lifetime.message_count > 0;
}

/** A place once known stays when the row no longer tells it. So do the dashboard's figures of the very same rows. */
function withFormerFacts(before: SessionRecord, now: SessionRecord): SessionRecord {
  const { repoRoot, cwd } = before.facts;
  const facts = { ...now.facts, repoRoot: now.facts.repoRoot ?? repoRoot, cwd: now.facts.cwd ?? cwd };
  const dashboard = now.dashboard ?? (hasSameRows(before, now) ? dashboardOf(before) : null);
  return { ...now, facts, dashboard };
}

function hasSameRows(before: SessionRecord, now: SessionRecord): boolean {
  if (!before.rows || !now.rows || !sameRows(before.rows, now.rows)) return false;
  return before.facts.startedAt === now.facts.startedAt && before.facts.model === now.facts.model;
}

function keepingAll(before: SessionRecord, now: SessionRecord): SessionRecord {
  const { title, titled } = now.facts.titled ? now.facts : before.facts;
  return {
    ...now,
    facts: { ...now.facts, title, titled },
    rules: before.rules,
    lifetime: { ...before.lifetime, title },
    days: before.days,
    dashboard: dashboardOf(now),
  };
}

/** The dashboard remembers nothing: its figures are those of the rows that are there. */
function dashboardOf({ dashboard, lifetime }: SessionRecord): SessionRecord['dashboard'] {
  return dashboard?.stats === lifetime ? { ...dashboard, stats: { ...lifetime } } : dashboard;
}

function excessOf(before: SessionStats, now: SessionStats): FigureRow {
  return SESSION_METRICS.map((metric) => Math.max(0, before[metric] - now[metric]));
}

function raised(now: SessionStats, before: SessionStats): SessionStats {
  const both: SessionStats = {
    ...now,
    tool_names: [...new Set([...now.tool_names, ...before.tool_names])].sort(),
    port_conflict: now.port_conflict || before.port_conflict,
  };
  for (const metric of SESSION_METRICS) both[metric] = Math.max(now[metric], before[metric]);
  return both;
}

/** What is there no more stays on the last day it was known of. */
function withExcess(now: SessionRecord, before: SessionRecord, excess: FigureRow): SessionDays {
  const from = before.days.last ?? before.days.own;
  const own = now.days.own ?? before.days.own;
  const last = now.days.last ?? now.days.own;
  if (from === null)
    return { ...now.days, own, earlier: now.days.earlier.map((slice) => plus(slice, excess)) };
  if (last === null) return { own, last: from, earlier: [] };
  const slices: DaySlice[] = [...now.days.earlier, { day: last, figures: figureRowOf(now.lifetime) }];
  if (!slices.some(({ day }) => day === from)) insert(slices, from);
  const raisedSlices = slices.map((slice) => (slice.day >= from ? plus(slice, excess) : slice));
  return { own, last: raisedSlices.at(-1)!.day, earlier: raisedSlices.slice(0, -1) };
}

/** A day on which nothing of what is there happened: its figures are those of the day before. */
function insert(slices: DaySlice[], day: LocalDay): void {
  const place = slices.filter((slice) => slice.day < day).length;
  const figures = slices[place - 1]?.figures ?? SESSION_METRICS.map(() => 0);
  slices.splice(place, 0, { day, figures });
}

function plus({ day, figures }: DaySlice, excess: FigureRow): DaySlice {
  return { day, figures: figures.map((figure, place) => figure + excess[place]!) };
}
