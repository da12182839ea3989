import type { Random } from '../../random.ts';
import { adjective, camel, noun, sourcePath, verb } from '../names.ts';

const LINES: ((random: Random) => string)[] = [
  (r) => `  const ${noun(r)} = ${camel(r)}(${noun(r)}, ${r.int(1, 100)});`,
  (r) => `  if (${noun(r)}.${noun(r)} === undefined) return;`,
  (r) => `    ${noun(r)}.${verb(r)}(${noun(r)}s[${r.int(0, 9)}])`,
  (r) => `  // ${adjective(r)} ${noun(r)}s are left alone`,
  (r) => `  return { ${noun(r)}, ${noun(r)}: ${camel(r)}(${noun(r)}) };`,
  (r) => `    ${noun(r)}=${r.int(1, 4096)},`,
];

/** One hunk of a unified diff, with line counts that are right. */
export function hunk(random: Random): string {
  const start = random.int(1, 400);
  let body = '';
  let before = 0;
  let after = 0;
  const count = random.int(6, 16);
  for (let i = 0; i < count; i++) {
    const sign = i < 3 || i > count - 4 ? ' ' : random.pick(['+', '+', '-', ' ']);
    if (sign !== '+') before++;
    if (sign !== '-') after++;
    body += `${sign}${random.pick(LINES)(random)}\n`;
  }
  return `@@ -${start},${before} +${start + random.int(0, 5)},${after} @@ ${camel(random)}\n${body}`;
}

/** The lines above the hunks of one file. */
export const diffHeader = (random: Random, path: string): string =>
  `diff --git a/${path} b/${path}\nindex ${random.hex(7)}..${random.hex(7)} 100644\n--- a/${path}\n+++ b/${path}\n`;

/** One file's part of a unified diff. */
export function diff(random: Random): string {
  let text = diffHeader(random, sourcePath(random));
  for (let i = random.int(1, 3); i > 0; i--) text += hunk(random);
  return text;
}
