import type { LocalDay } from '../../calendar/isoDay.ts';
import type { Amounts } from '../../hermes/usage/use.ts';
import type { BookedDay, RecordedUnit, UsageRecord } from '../../usage/record.ts';

/** The places of counters and costs. The order is for ever: what is new comes last. */
const COUNTERS = ['input', 'output', 'cache_read', 'cache_write', 'api_calls', 'reasoning'] as const;
const COSTS = ['estimated', 'actual'] as const;
const AMOUNTS = COUNTERS.length + COSTS.length;

/** A newer version may have more. */
const PLACES = 6;
const UNIT_PLACES = 9;

type AmountList = (number | null)[];
/** The day alone where it has all that was last seen. */
type DayList = LocalDay | [LocalDay, ...AmountList];

/** A usage record as the JSON text that the archive keeps, without the session's id; `schema.ts` names the places. */
export function usageBody({ firstDay, startedAt, source, folder, parent, units }: UsageRecord): string {
  return JSON.stringify([firstDay, startedAt, source, folder, parent, units.map(unitList)]);
}

/** The record that a body was made of, or undefined when it makes no sense. */
export function usageFrom(body: string): UsageRecord | undefined {
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length < PLACES || !isDay(list[0]) || !isAmount(list[1])) return undefined;
  const [firstDay, startedAt, source, folder, parent, unitLists] = list;
  if (![source, folder, parent].every(isTextOrNull) || !Array.isArray(unitLists)) return undefined;
  const units: RecordedUnit[] = [];
  for (const unit of unitLists) {
    const read = unitFrom(unit);
    if (!read) return undefined;
    units.push(read);
  }
  return { firstDay, startedAt, source, folder, parent, units };
}

function unitList({ model, provider, baseUrl, mode, task, isResidual, status, seen, days }: RecordedUnit) {
  const seenList = seen && amountList(seen);
  const whole = days.length === 1 ? seenList?.join() : undefined;
  const dayLists = days.map(({ day, amounts }): DayList => {
    const booked = amountList(amounts);
    return booked.join() === whole ? day : [day, ...booked];
  });
  return [model, provider, baseUrl, mode, task, Number(isResidual), status, seenList, dayLists];
}

function unitFrom(list: unknown): RecordedUnit | undefined {
  if (!Array.isArray(list) || list.length < UNIT_PLACES) return undefined;
  const [model, provider, baseUrl, mode, task, isResidual, status, seenList, dayLists] = list;
  if (![model, provider, baseUrl, mode, task, status].every((text) => typeof text === 'string'))
    return undefined;
  const seen = seenList === null ? null : amountsFrom(seenList, 0);
  if (seen === undefined || !Array.isArray(dayLists)) return undefined;
  const days: BookedDay[] = [];
  for (const one of dayLists) {
    const day = Array.isArray(one) ? one[0] : one;
    const amounts = Array.isArray(one) ? amountsFrom(one, 1) : seen;
    if (!isDay(day) || !amounts) return undefined;
    days.push({ day, amounts });
  }
  return { model, provider, baseUrl, mode, task, isResidual: isResidual === 1, status, seen, days };
}

function amountList(amounts: Amounts): AmountList {
  return [...COUNTERS.map((counter) => amounts[counter]), ...COSTS.map((cost) => amounts[cost])];
}

/** Place by place, because those of a hundred thousand sessions are read while somebody waits. */
function amountsFrom(list: unknown, at: number): Amounts | undefined {
  if (!Array.isArray(list) || list.length < at + AMOUNTS) return undefined;
  for (let place = at; place < at + AMOUNTS; place++)
    if (!isAmount(list[place]) || (list[place] === null && place - at < COUNTERS.length)) return undefined;
  return {
    input: list[at],
    output: list[at + 1],
    cache_read: list[at + 2],
    cache_write: list[at + 3],
    api_calls: list[at + 4],
    reasoning: list[at + 5],
    estimated: list[at + 6],
    actual: list[at + 7],
  };
}

function isAmount(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && value >= 0);
}

function isDay(value: unknown): value is LocalDay {
  return Number.isSafeInteger(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
