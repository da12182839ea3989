import type { LocalDay } from '../../calendar/isoDay.ts';
import { daysUntil } from '../../calendar/range.ts';
import type { FiguresOverTime } from '../../metrics/overTime/figuresOverTime.ts';
import type { AggregateMetric } from '../../metrics/session/stats.ts';
import type { Pace } from '../achievement.ts';
import type { Badge } from '../catalogue/badge.ts';
import type { Standing } from '../standing.ts';

/** Days that a pace is an average of, those without work included (surfaces.md, "Panel"). */
const PACE_DAYS = 30;
/** From a shorter history nothing is told. */
const LEAST_HISTORY = 7;
/** Nothing is told of what is further away. */
const MOST_DAYS = 365;

/** How much a figure grows a day; null for a maximum, and where the history is too short to tell. */
export type GrowthADay = (metric: AggregateMetric) => number | null;

/** What figures grew a day over the last thirty days. */
export function growthUntil(
  today: LocalDay,
  figures: Pick<FiguresOverTime, 'gained' | 'firstDay'>,
): GrowthADay {
  const first = figures.firstDay;
  if (first === null || today - first + 1 < LEAST_HISTORY) return () => null;
  const range = daysUntil(today, PACE_DAYS);
  return (metric) => {
    const gained = figures.gained(metric, range);
    return gained === null ? null : gained / PACE_DAYS;
  };
}

/** About how long a badge's next tier, or its unlock, takes at this growth; undefined where nothing can be told. */
export function paceOf(
  badge: Badge,
  { progress, next_tier, next_threshold, unlocked }: Standing,
  figureOf: (metric: AggregateMetric) => number,
  growth: GrowthADay,
): Pace | undefined {
  if (badge.kind === 'multi_condition') {
    if (unlocked) return undefined;
    const open = badge.requirements.filter(({ metric, gte }) => figureOf(metric) < gte);
    const paces = open.map(({ metric, gte }) => paceTo(gte - figureOf(metric), growth(metric)));
    // All are to be met: the slowest tells when.
    return paces.includes(undefined)
      ? undefined
      : (paces as Pace[]).reduce((a, b) => (b.days > a.days ? b : a));
  }
  return next_tier === null ? undefined : paceTo(next_threshold - progress, growth(badge.metric));
}

function paceTo(missing: number, aDay: number | null): Pace | undefined {
  if (aDay === null || !(aDay > 0)) return undefined;
  const days = Math.max(1, Math.ceil(missing / aDay));
  return days > MOST_DAYS ? undefined : { a_day: aDay, days };
}
