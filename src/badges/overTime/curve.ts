import { isoOfDay, type LocalDay } from '../../calendar/isoDay.ts';
import type { FiguresOverTime } from '../../metrics/overTime/figuresOverTime.ts';
import type { Aggregate } from '../../metrics/session/stats.ts';
import type { TierName } from '../achievement.ts';
import { TIER_NAMES } from '../achievement.ts';
import { type Badge, metricsOf } from '../catalogue/badge.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { standingOf } from '../standing.ts';
import { reachedTiers } from '../unlocks/reached.ts';

/** A badge's figure over time: it keeps a value until the day of the next point. */
export interface BadgeCurve {
  readonly id: string;
  /** The figure at the end of days on which it changed, rising: of a badge without tiers the percentage. */
  readonly points: readonly CurvePoint[];
  /** Lowest first; a badge without tiers has one line, at 100. */
  readonly tiers: readonly CurveTier[];
}

interface CurvePoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number;
}

interface CurveTier {
  /** Null for a badge without tiers. */
  readonly tier: TierName | null;
  readonly threshold: number;
  /** The day on which it was reached, as `YYYY-MM-DD`; null while it is not, or where no day is known. */
  readonly day: string | null;
}

/** What a curve is made of. */
type Figures = Pick<FiguresOverTime, 'changes' | 'firstDayAt'>;

/** More points than these are no finer line on any screen. */
const MOST_POINTS = 240;
const ALL_MET = 100;

/** @returns null for no badge of the catalogue, and for one that is still secret: its thresholds would tell which it is */
export function curveOf(id: string, figures: Figures): BadgeCurve | null {
  const badge = CATALOGUE.find((one) => one.id === id);
  if (!badge) return null;
  const changes = changesOf(badge, figures);
  const isSecret = (badge as Badge).secret === true && !changes.some(({ value }) => value > 0);
  if (isSecret) return null;
  const tiers = tiersOf(badge, figures);
  const crossed = new Set(tiers.map(({ day }) => day));
  const points = changes.map(({ day, value }) => ({ day: isoOfDay(day), value }));
  return { id, points: thinned(points, ({ day }) => crossed.has(day)), tiers };
}

interface Change {
  readonly day: LocalDay;
  readonly value: number;
}

function changesOf(badge: Badge, figures: Figures): readonly Change[] {
  if (badge.kind !== 'multi_condition') return figures.changes(badge.metric);
  const steps = metricsOf(badge)
    .flatMap((metric) => figures.changes(metric).map(({ day, value }) => ({ day, metric, value })))
    .sort((a, b) => a.day - b.day);
  const standing: Partial<Aggregate> = {};
  const changes: Change[] = [];
  for (const [index, { day, metric, value }] of steps.entries()) {
    standing[metric] = value;
    if (steps[index + 1]?.day === day) continue;
    const { progress } = standingOf(badge, standing);
    if (progress !== (changes.at(-1)?.value ?? 0)) changes.push({ day, value: progress });
  }
  return changes;
}

function tiersOf(badge: Badge, figures: Figures): CurveTier[] {
  const reached = reachedTiers(badge, (metric, threshold) => figures.firstDayAt(metric, threshold));
  const lines =
    badge.kind === 'multi_condition'
      ? [{ tier: null, threshold: ALL_MET }]
      : badge.tiers.map((threshold, rank) => ({ tier: TIER_NAMES[rank]!, threshold }));
  return lines.map((line, rank) => ({ ...line, day: reached[rank]?.day ?? null }));
}

/** Every so many, the first and the last, and those that must stay. */
function thinned<Point>(points: readonly Point[], mustStay: (point: Point) => boolean): readonly Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  if (step <= 1) return points;
  const last = points.length - 1;
  return points.filter((point, index) => index % step === 0 || index === last || mustStay(point));
}
