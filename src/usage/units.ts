import type { Amounts, SessionUse, Use, UseKey, UseRow } from '../hermes/usage/use.ts';
import { areDollars, COSTS, COUNTERS, NO_AMOUNTS, plus, totalOf } from './amounts.ts';
import { compareCodePoints } from './codePoints.ts';

/** A part of what a session used that is of one model, way and task. */
export interface Unit extends Use {
  /** What the session's own counters hold beyond all of its rows. */
  readonly isResidual: boolean;
  /** When it last grew, as Hermes says, epoch seconds; null where it does not. */
  readonly lastSeen: number | null;
}

/** What tells units of a session apart. */
export type UnitKey = UseKey & Pick<Unit, 'isResidual'>;

const KEYS = ['model', 'provider', 'baseUrl', 'mode', 'task'] as const satisfies readonly (keyof UseKey)[];

/** The units of a session in the order of their keys, the residual last (usage.md, "Units"). */
export function unitsOf(session: SessionUse): Unit[] {
  const units = mergedRows(session.rows).map((row) => ({ ...row, isResidual: false }));
  const left = residualOf(session.own.amounts, session.rows);
  if (left)
    units.push({
      ...session.own,
      amounts: left,
      isResidual: true,
      firstSeen: null,
      lastSeen: session.lastActivityAt,
    });
  return units.sort(compareUnits);
}

export function compareUnits(a: UnitKey, b: UnitKey): number {
  if (a.isResidual !== b.isResidual) return a.isResidual ? 1 : -1;
  for (const key of KEYS) {
    const order = compareCodePoints(a[key], b[key]);
    if (order !== 0) return order;
  }
  return 0;
}

/** A text that is another for every other unit. */
export function unitName(unit: UnitKey): string {
  return JSON.stringify([unit.isResidual, ...KEYS.map((key) => unit[key])]);
}

/** Rows of equal keys, which only a table without all of today's columns has, added up; the latest says the status. */
function mergedRows(rows: readonly UseRow[]): UseRow[] {
  if (rows.length < 2) return [...rows];
  const merged = new Map<string, UseRow>();
  for (const row of rows) {
    const name = unitName({ ...row, isResidual: false });
    const known = merged.get(name);
    merged.set(name, known ? mergeRows(known, row) : row);
  }
  return [...merged.values()];
}

function mergeRows(a: UseRow, b: UseRow): UseRow {
  const latest = (a.lastSeen ?? 0) > (b.lastSeen ?? 0) ? a : b;
  return {
    ...latest,
    status: latest.status || a.status || b.status,
    amounts: plus(a.amounts, b.amounts),
    firstSeen: Math.min(a.firstSeen ?? Infinity, b.firstSeen ?? Infinity),
  };
}

/** What no row explains; undefined where that is nothing but reasoning. */
function residualOf(own: Amounts, rows: readonly UseRow[]): Amounts | undefined {
  const explained = rows.reduce((sum, { amounts }) => plus(sum, amounts), NO_AMOUNTS);
  const left: { -readonly [Key in keyof Amounts]: Amounts[Key] } = { ...NO_AMOUNTS };
  for (const counter of COUNTERS) left[counter] = Math.max(0, own[counter] - explained[counter]);
  for (const cost of COSTS) left[cost] = residualCost(own[cost], explained[cost]);
  const isNothing = totalOf(left) === 0 && left.api_calls === 0 && !left.estimated && !left.actual;
  return isNothing ? undefined : left;
}

/** It is there if it is more than nothing, or the session itself says that it is nothing. */
function residualCost(own: number | null, explained: number | null): number | null {
  const left = (own ?? 0) - (explained ?? 0);
  if (areDollars(left)) return left;
  return own === 0 ? 0 : null;
}
