import { JsonNumber, type JsonValue } from './json/jsonValue.ts';
import { parseJson } from './json/parseJson.ts';
import { isPrintedByPython } from './json/printedByPython.ts';
import { printPython } from './json/printPython.ts';
import { usualCallNames } from './usualCalls.ts';

export interface ToolCalls {
  /** Names in order; a call without a usable name has none here. */
  readonly names: readonly string[];
  /** The list as Python prints it; null without calls. */
  readonly json: string | null;
}

const NONE: ToolCalls = { names: [], json: null };

/**
 * The calls in a `tool_calls` cell. What is empty, does not parse or is no list holds none; elements that are no
 * objects have no name. A call's name is its `name` where Python takes that for true, else its function's. A name
 * that is a number or a boolean is named as Python prints it; one that is a list or an object names nothing.
 */
export function readToolCalls(cell: string): ToolCalls {
  if (cell.length === 0) return NONE;
  const names = usualCallNames(cell);
  return names ? { names, json: cell } : (readPrinted(cell) ?? readAny(cell));
}

/** Other text that Hermes printed, whose names are strings. Undefined where that does not hold. */
function readPrinted(cell: string): ToolCalls | undefined {
  if (!isPrintedByPython(cell)) return undefined;
  const value: unknown = JSON.parse(cell);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names: string[] = [];
  for (const call of value) {
    if (call === null || typeof call !== 'object' || Array.isArray(call)) continue;
    const own: unknown = call['name'];
    const name: unknown = own || (call['function'] as { name?: unknown } | null | undefined)?.name;
    if (typeof name !== 'string') return undefined;
    if (name !== '') names.push(name);
  }
  return { names, json: cell };
}

function readAny(cell: string): ToolCalls {
  const value = parseJson(cell);
  if (!Array.isArray(value) || value.length === 0) return NONE;
  const names: string[] = [];
  for (const call of value) {
    const name = nameOf(call);
    if (name) names.push(name);
  }
  return { names, json: printPython(value) };
}

function nameOf(call: JsonValue): string | null {
  if (!(call instanceof Map)) return null;
  const own = call.get('name');
  if (own !== undefined && isTrue(own)) return printedName(own);
  const called = call.get('function');
  const name = called instanceof Map ? called.get('name') : undefined;
  return name === undefined ? null : printedName(name);
}

/** Whether Python takes the value for true. */
function isTrue(value: JsonValue): boolean {
  if (value instanceof JsonNumber) return Number(value.text) !== 0;
  if (Array.isArray(value)) return value.length > 0;
  return value instanceof Map ? value.size > 0 : Boolean(value);
}

function printedName(name: JsonValue): string | null {
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

/** The calls in a `tool_calls` cell that are objects, by the same rules as `readToolCalls`. */
export function readCallDetails(cell: string): ToolCall[] {
  const value = parseJson(cell);
  if (!Array.isArray(value)) return [];
  return value
    .filter((call) => call instanceof Map)
    .map((call) => ({ name: nameOf(call) ?? '', arguments: argumentsOf(call) }));
}

function argumentsOf(call: ReadonlyMap<string, JsonValue>): string {
  const called = call.get('function');
  const given = (called instanceof Map ? called.get('arguments') : undefined) ?? call.get('arguments') ?? '';
  return typeof given === 'string' ? given : printPython(given);
}
