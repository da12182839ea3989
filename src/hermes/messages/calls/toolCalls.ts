import { isPrintedByPython } from '../../json/alreadyPrinted.ts';
import { parseJson } from '../../json/parse.ts';
import { printPython } from '../../json/print.ts';
import { JsonNumber, type JsonValue } from '../../json/value.ts';
import { BRIDGE, bridgedNames } from './bridge.ts';
import { usualCallNames } from './usualForm.ts';

/**
 * What a `tool_calls` cell holds. The lists of names are mostly one and the same array. Names are in order; a call
 * without a usable name has none.
 */
export interface ToolCalls {
  /** What was really called: calls bridged through `tool_call` under their own names. */
  readonly names: readonly string[];
  /** As a dashboard of generation 3 takes them: not looking through the bridge. */
  readonly stored: readonly string[];
  /** As dashboards of generations 1 and 2 do: only a list holds calls. */
  readonly listed: readonly string[];
  /** How many calls there are, with a name or without. */
  readonly count: number;
  /** The cell's value as Python prints it, whatever it is; null where it is nothing to Python, or no JSON. */
  readonly json: string | null;
}

const NO_NAMES: readonly string[] = [];
export const NO_CALLS: ToolCalls = {
  names: NO_NAMES,
  stored: NO_NAMES,
  listed: NO_NAMES,
  count: 0,
  json: null,
};

/**
 * The calls in a `tool_calls` cell: a list, one object, or a JSON string that holds one of these; elements that are no
 * objects are none. A call's name is its `name` where Python takes that for true, else its function's. A name that is a
 * number or a boolean is named as Python prints it; one that is a list or an object names nothing.
 */
export function readToolCalls(cell: string): ToolCalls {
  if (cell.length === 0) return NO_CALLS;
  const names = usualCallNames(cell) ?? plainNames(cell);
  if (names && !names.includes(BRIDGE))
    return { names, stored: names, listed: names, count: names.length, json: cell };
  const value = parseJson(cell);
  if (value === undefined || !isTrue(value)) return NO_CALLS;
  return readValue(value, names || isPrintedByPython(cell) ? cell : printPython(value));
}

/** The names in another list that Hermes printed, whose calls have names that are strings. Undefined for any other cell. */
function plainNames(cell: string): readonly string[] | undefined {
  if (!cell.startsWith('[') || !isPrintedByPython(cell)) return undefined;
  const value = JSON.parse(cell) as unknown[];
  const names: string[] = [];
  for (const call of value) {
    if (call === null || typeof call !== 'object' || Array.isArray(call)) return undefined;
    const { name: own, function: called } = call as { name?: unknown; function?: { name?: unknown } | null };
    const name: unknown = own || called?.name;
    if (typeof name !== 'string' || name === '') return undefined;
    names.push(name);
  }
  return names.length > 0 ? names : undefined;
}

function readValue(value: JsonValue, json: string): ToolCalls {
  const calls = callsIn(value);
  const stored: string[] = [];
  const names: string[] = [];
  for (const call of calls) {
    const name = callName(call);
    if (!name) continue;
    stored.push(name);
    if (name === BRIDGE) names.push(...bridgedNames(call));
    else names.push(name);
  }
  return {
    names: stored.includes(BRIDGE) ? names : stored,
    stored,
    listed: Array.isArray(value) ? stored : NO_NAMES,
    count: calls.length,
    json,
  };
}

export type Call = ReadonlyMap<string, JsonValue>;

/** The calls in a parsed cell, whichever of the three shapes it has. */
export function callsIn(value: JsonValue): Call[] {
  const inner = typeof value === 'string' ? parseJson(value) : value;
  if (Array.isArray(inner)) return inner.filter((call) => call instanceof Map);
  return inner instanceof Map && inner.size > 0 ? [inner] : [];
}

/** Null where it has no usable name. */
export function callName(call: Call): string | null {
  const own = call.get('name');
  if (own !== undefined && isTrue(own)) return printedName(own);
  const called = call.get('function');
  const name = called instanceof Map ? called.get('name') : undefined;
  return name === undefined ? null : printedName(name);
}

/** Whether Python takes the value for true. */
export function isTrue(value: JsonValue): boolean {
  if (value instanceof JsonNumber) return Number(value.text) !== 0;
  if (Array.isArray(value)) return value.length > 0;
  return value instanceof Map ? value.size > 0 : Boolean(value);
}

/** Null where nothing is named; also for a number or a boolean as Python prints it. */
export function printedName(name: JsonValue): string | null {
  if (typeof name === 'string') return name;
  if (!isTrue(name)) return null;
  if (name instanceof JsonNumber) return name.text;
  return name === true ? 'True' : null;
}

/** A call for people to read. */
export interface ToolCall {
  /** Empty when the call has no usable name. */
  readonly name: string;
  /** The arguments as they were given: text, mostly JSON; empty without any. */
  readonly arguments: string;
}

/** The calls in a `tool_calls` cell for people to read, by the same rules as `readToolCalls`. */
export function readCallDetails(cell: string): ToolCall[] {
  const value = parseJson(cell);
  if (value === undefined) return [];
  return callsIn(value).map((call) => ({ name: callName(call) ?? '', arguments: argumentsOf(call) }));
}

function argumentsOf(call: Call): string {
  const called = call.get('function');
  const given = (called instanceof Map ? called.get('arguments') : undefined) ?? call.get('arguments') ?? '';
  return typeof given === 'string' ? given : printPython(given);
}
