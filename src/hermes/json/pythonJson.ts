import { parseJson } from './parseJson.ts';
import { isPrintedByPython } from './printedByPython.ts';
import { printPython } from './printPython.ts';

/** A JSON text as Python would print it after reading it; undefined when it does not parse. */
export function pythonJson(text: string): string | undefined {
  if (isPrintedByPython(text)) return text;
  const value = parseJson(text);
  return value === undefined ? undefined : printPython(value);
}
