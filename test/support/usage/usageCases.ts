import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, getISOWeek, getISOWeekYear } from 'date-fns';

const FOLDER = fileURLToPath(new URL('../../golden/usage/', import.meta.url));

/** A value of a case that JSON has no way to write. */
export interface SpecialValue {
  readonly $ago?: number;
  readonly time?: string;
  readonly $blob?: string;
  readonly $real?: string;
  readonly $repeat?: readonly [string, number];
}
/** An object that is none of these stands for its JSON. */
export type CellValue = string | number | null | SpecialValue | Readonly<Record<string, string>>;
type Row = Readonly<Record<string, CellValue>>;

/** A change of a home's history, and what must then come of the command line. */
export interface UsageStep {
  readonly home?: string;
  readonly insert?: Readonly<Record<string, readonly Row[]>>;
  readonly update?: readonly { readonly table: string; readonly where: Row; readonly set: Row }[];
  readonly delete?: readonly { readonly table: string; readonly where: Row }[];
  readonly checks: readonly UsageCheck[];
}

export interface UsageCheck {
  readonly args: readonly string[];
  /** A report, by time zone where the case has several; or how the command line ends. */
  readonly expect: unknown;
}

/** A file of test/golden/usage; its README says what it means. */
export interface UsageCase {
  readonly name: string;
  readonly about: string;
  readonly zones?: readonly string[];
  readonly schema?: Readonly<Record<string, readonly string[] | null>>;
  readonly steps: readonly UsageStep[];
}

export function usageCases(): readonly UsageCase[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.map((name) => ({
    name: name.replace('.json', ''),
    ...JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')),
  }));
}

/** What a check expects in a zone, with today's dates. @param now epoch milliseconds */
export function expectedOf({ zones }: UsageCase, { expect }: UsageCheck, zone: string, now: number): unknown {
  const byZone = expect as Record<string, unknown>;
  const report = zones && zone in byZone ? byZone[zone] : expect;
  return JSON.parse(
    JSON.stringify(report).replaceAll(/"@(today|week|month|weekday)(?:-(\d+))?"/g, (_, what, days) =>
      JSON.stringify(dateOf(what, now, Number(days ?? 0))),
    ),
  );
}

function dateOf(what: string, now: number, daysAgo: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() - daysAgo);
  if (what === 'today') return format(date, 'yyyy-MM-dd');
  if (what === 'month') return format(date, 'yyyy-MM');
  if (what === 'weekday') return format(date, 'EEE');
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

const DOLLARS = new Set(['actual', 'estimated']);
const LEAST_DIFFERENCE = 0.000002;

/** Where two reports differ, in words; empty where they say the same. */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  const isDollars = DOLLARS.has(path.slice(path.lastIndexOf('.') + 1));
  if (typeof actual === 'number' && typeof expected === 'number' && isDollars)
    return Math.abs(actual - expected) <= LEAST_DIFFERENCE ? [] : [told(path, actual, expected)];
  if (!isObject(actual) || !isObject(expected))
    return isSameText(path, actual, expected) ? [] : [told(path, actual, expected)];
  if (Array.isArray(actual) !== Array.isArray(expected)) return [told(path, actual, expected)];
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    key in actual && key in expected
      ? differences(actual[key], expected[key], `${path}.${key}`)
      : [told(`${path}.${key}`, actual[key], expected[key])],
  );
}

/** The runtime has its own name for one zone. */
function isSameText(path: string, actual: unknown, expected: unknown): boolean {
  const named = path === '.range.zone' && actual === 'Asia/Calcutta' ? 'Asia/Kolkata' : actual;
  return named === expected;
}

function told(path: string, actual: unknown, expected: unknown): string {
  return `${path}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
