import { isPrintedByPython } from './alreadyPrinted.ts';
import { parseJson } from './parse.ts';
import { printPython } from './print.ts';

/** A JSON text as Python would print it after reading it; undefined when it does not parse. */
export function pythonJson(text: string): string | undefined {
  if (isPrintedByPython(text)) return text;
  const value = parseJson(text);
  return value === undefined ? undefined : printPython(value);
}
