import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Fault } from './fault.ts';

/** Where a test is, in a checkout. */
export function testFile(checkout: string, name: string): string {
  return join(checkout, 'test', 'unit', `${name}.test.ts`);
}

/** Where the source is that gets a fault, in a checkout. */
export function sourceFile(checkout: string, { file }: Fault): string {
  return join(checkout, 'src', file);
}

/** The source with the fault in it, which `reasonsAgainst` has nothing against. */
export function withFault(source: string, { text, replacement }: Fault): string {
  return source.replace(text, () => replacement);
}

/** Why a fault cannot be put in, because the source or its tests are not what the list says; empty when it can. */
export function reasonsAgainst(fault: Fault, checkout: string): string[] {
  return [...againstItsTests(fault, checkout), ...againstItsText(fault, checkout)];
}

function againstItsTests({ name, tests }: Fault, checkout: string): string[] {
  return tests
    .filter((test) => !existsSync(testFile(checkout, test)))
    .map((test) => `"${name}" is to be noticed by ${test}, which is not there`);
}

function againstItsText(fault: Fault, checkout: string): string[] {
  const { name, file, text, replacement } = fault;
  const path = sourceFile(checkout, fault);
  if (!existsSync(path)) return [`"${name}" belongs into src/${file}, which is not there`];
  const source = readFileSync(path, 'utf8');
  const times = source.split(text).length - 1;
  if (times !== 1) return [`"${name}" replaces a text that src/${file} has ${times} times: ${text}`];
  if (text === replacement) return [`"${name}" changes nothing`];
  // What no program is, every test would notice.
  const error = errorIn(withFault(source, fault));
  return error === undefined ? [] : [`"${name}" leaves no program: ${error}`];
}

function errorIn(source: string): string | undefined {
  try {
    transformSync(source, { loader: 'ts', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
