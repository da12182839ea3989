import type { LocalDay } from '../calendar/isoDay.ts';
import { localDayOf } from '../calendar/localDay.ts';
import type { Amounts, SessionPlace, SessionUse } from '../hermes/usage/use.ts';
import { areDollars, COSTS, COUNTERS, NO_AMOUNTS, plus } from './amounts.ts';
import type { BookedDay, RecordedUnit, UsageRecord } from './record.ts';
import { compareUnits, type Unit, unitName, unitsOf } from './units.ts';

const DAY_SECONDS = 86_400;

/**
 * What is to be remembered of a session once it was read again (usage.md, "Days, and what we remember"). To book the
 * same twice changes nothing, whoever does it.
 * @param known what is remembered of it; undefined at first sight
 * @param at when it was read, epoch seconds
 */
export function book(known: UsageRecord | undefined, session: SessionUse, at: number): UsageRecord {
  return known ? bookGrowth(known, session, at) : bookFirst(session, at);
}

/** Everything belongs to the day on which the session began. */
function bookFirst(session: SessionUse, at: number): UsageRecord {
  const firstDay = localDayOf(session.startedAt ?? firstUseOf(session) ?? at);
  const units = unitsOf(session).map((unit) => ({
    ...seenUnit(unit),
    days: [{ day: firstDay, amounts: unit.amounts }],
  }));
  return { ...placeOf(session), firstDay, units };
}

function firstUseOf({ rows }: SessionUse): number | undefined {
  const moments = rows.flatMap(({ firstSeen }) => firstSeen ?? []);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function bookGrowth(known: UsageRecord, session: SessionUse, at: number): UsageRecord {
  const units = unitsOf(session);
  const before = new Map(known.units.map((unit) => [unitName(unit), unit]));
  const growth = growthOf(known, units, before);
  const booked = units.map((unit): RecordedUnit => {
    const days = before.get(unitName(unit))?.days ?? [];
    const grown = growth.get(unit);
    return { ...seenUnit(unit), days: grown ? withGrowth(days, dayOfGrowth(unit, at), grown) : days };
  });
  for (const unit of units) before.delete(unitName(unit));
  // Of what Hermes no longer speaks of, nothing that was booked is lost.
  const left = [...before.values()].filter(({ days }) => days.length > 0);
  return {
    ...placeOf(session, known),
    firstDay: known.firstDay,
    units: [...booked, ...left.map((unit) => ({ ...unit, seen: null }))].sort(compareUnits),
  };
}

/** A place once known stays where the row tells none any more. */
function placeOf(now: SessionPlace, before?: SessionPlace): SessionPlace {
  return {
    startedAt: now.startedAt ?? before?.startedAt ?? null,
    source: now.source ?? before?.source ?? null,
    folder: now.folder ?? before?.folder ?? null,
    parent: now.parent ?? before?.parent ?? null,
  };
}

function seenUnit(unit: Unit): Omit<RecordedUnit, 'days'> {
  const { model, provider, baseUrl, mode, task, isResidual, status, amounts } = unit;
  return { model, provider, baseUrl, mode, task, isResidual, status, seen: amounts };
}

type Growth = { -readonly [Key in keyof Amounts]: Amounts[Key] };

/**
 * What the session has beyond all that was booked of it, given to its units in their order, to each at most what it grew
 * since the last scan. Totals that fell, and rows that took over a residual, give nothing.
 */
function growthOf(
  known: UsageRecord,
  units: readonly Unit[],
  before: ReadonlyMap<string, RecordedUnit>,
): ReadonlyMap<Unit, Amounts> {
  const booked = known.units
    .flatMap(({ days }) => days)
    .reduce((sum, { amounts }) => plus(sum, amounts), NO_AMOUNTS);
  const now = units.reduce((sum, { amounts }) => plus(sum, amounts), NO_AMOUNTS);
  const growth = new Map<Unit, Growth>();
  for (const key of [...COUNTERS, ...COSTS]) {
    const isMore = isCost(key) ? areDollars : (difference: number) => difference > 0;
    let left = (now[key] ?? 0) - (booked[key] ?? 0);
    for (const unit of units) {
      if (!isMore(left)) break;
      const grew = (unit.amounts[key] ?? 0) - (before.get(unitName(unit))?.seen?.[key] ?? 0);
      if (!isMore(grew)) continue;
      const part = Math.min(left, grew);
      left -= part;
      const grown = growth.get(unit) ?? { ...NO_AMOUNTS };
      grown[key] = part;
      growth.set(unit, grown);
    }
  }
  return growth;
}

function isCost(key: keyof Amounts): boolean {
  return (COSTS as readonly string[]).includes(key);
}

/** Hermes says when a row last grew; what lies ahead by more than a day is nothing to believe. */
function dayOfGrowth({ lastSeen }: Unit, at: number): LocalDay {
  return localDayOf(lastSeen === null || lastSeen > at + DAY_SECONDS ? at : lastSeen);
}

function withGrowth(days: readonly BookedDay[], day: LocalDay, grown: Amounts): BookedDay[] {
  const known = days.find((booked) => booked.day === day);
  const others = days.filter((booked) => booked.day !== day);
  const amounts = known ? plus(known.amounts, grown) : grown;
  return [...others, { day, amounts }].sort((a, b) => a.day - b.day);
}
