import { JsonNumber, type JsonValue } from './value.ts';

/** Prints a value in the manner of Python's `json.dumps`: `, ` and `: ` between, everything beyond ASCII escaped. */
export function printPython(root: JsonValue): string {
  const parts: string[] = [];
  // What is still to be printed, last first: values, and text that stands between them.
  const pending: (JsonValue | Punctuation)[] = [root];
  while (pending.length > 0) {
    const next = pending.pop() as JsonValue | Punctuation;
    if (next instanceof Punctuation || next instanceof JsonNumber) parts.push(next.text);
    else if (typeof next === 'string') parts.push(printString(next));
    else if (Array.isArray(next)) openList(next, pending);
    else if (next instanceof Map) openObject(next, pending);
    else parts.push(String(next));
  }
  return parts.join('');
}

class Punctuation {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const COMMA = new Punctuation(', ');
const LIST_START = new Punctuation('[');
const LIST_END = new Punctuation(']');
const OBJECT_START = new Punctuation('{');
const OBJECT_END = new Punctuation('}');

function openList(list: readonly JsonValue[], pending: (JsonValue | Punctuation)[]): void {
  pending.push(LIST_END);
  for (let index = list.length - 1; index >= 0; index -= 1) {
    pending.push(list[index] as JsonValue);
    if (index > 0) pending.push(COMMA);
  }
  pending.push(LIST_START);
}

function openObject(object: ReadonlyMap<string, JsonValue>, pending: (JsonValue | Punctuation)[]): void {
  pending.push(OBJECT_END);
  const entries = [...object];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const [key, value] = entries[index] as [string, JsonValue];
    pending.push(value, new Punctuation(`${printString(key)}: `));
    if (index > 0) pending.push(COMMA);
  }
  pending.push(OBJECT_START);
}

/** DEL is escaped too: Python leaves only space to tilde as they are. */
const BEYOND_ASCII = /[\x7f-\uffff]/g;

function printString(text: string): string {
  return JSON.stringify(text).replace(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
