import { parseJson } from '../../json/parse.ts';
import type { JsonValue } from '../../json/value.ts';

/** The tool through which Hermes lets others be called, their names among its arguments. */
export const BRIDGE = 'tool_call';

/**
 * What was called through a call of `tool_call`: the names of the calls in its arguments, else the one name there, else
 * its own. What was called is not looked into again.
 */
export function bridgedNames(call: ReadonlyMap<string, JsonValue>): string[] {
  const given = parsed(argumentsOf(call));
  if (!(given instanceof Map)) return [BRIDGE];
  const calls = parsed(given.get('calls'));
  const names = Array.isArray(calls) ? calls.map(nameIn).filter((name) => name !== undefined) : [];
  return names.length > 0 ? names : [nameIn(given) ?? BRIDGE];
}

function argumentsOf(call: ReadonlyMap<string, JsonValue>): JsonValue | undefined {
  const called = call.get('function');
  return (called instanceof Map ? called.get('arguments') : undefined) ?? call.get('arguments');
}

/** A JSON string's value. */
function parsed(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? parseJson(value) : value;
}

function nameIn(value: JsonValue): string | undefined {
  const name = value instanceof Map ? value.get('name') : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
