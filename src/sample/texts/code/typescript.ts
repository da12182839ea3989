import type { Random } from '../../random.ts';
import { adjective, camel, lines, noun, pascal, sourcePath, typeName, verb } from '../names.ts';

const STATEMENTS: ((random: Random) => string)[] = [
  (r) => `  const ${noun(r)} = await this.${noun(r)}.${verb(r)}(${noun(r)}, { limit: ${r.int(1, 200)} });`,
  (r) => `  if (${noun(r)}.length === 0) return ${r.pick(['[]', 'undefined', 'null', 'false'])};`,
  (r) => `  for (const ${noun(r)} of ${noun(r)}s) ${noun(r)}s.set(${noun(r)}.id, ${camel(r)}(${noun(r)}));`,
  (r) => `  return ${noun(r)}s.filter((entry) => entry.${noun(r)} > ${r.int(0, 50)}).map(${camel(r)});`,
  (r) => `  const { ${noun(r)}, ${noun(r)} } = options;`,
  (r) => `  this.#${noun(r)} = ${noun(r)} ?? new ${pascal(r)}(${r.int(1, 64)});`,
  (r) =>
    `  expect(${camel(r)}(${noun(r)})).toEqual({ ${noun(r)}: ${r.int(1, 9)}, ${noun(r)}: '${noun(r)}' });`,
  (r) => `  // The ${adjective(r)} ${noun(r)} comes first, since its ${noun(r)} decides the rest.`,
  (r) =>
    `  throw new ${r.pick(['TypeError', 'RangeError', 'Error'])}(\`no ${noun(r)} for \${${noun(r)}.id}\`);`,
  (r) => `  emitter.on('${noun(r)}', (${noun(r)}) => queue.push(${noun(r)}));`,
];

const aFunction = (random: Random): string =>
  `export async function ${camel(random)}(${noun(random)}: ${pascal(random)}, ${noun(random)}: ${typeName(random)}): Promise<${pascal(random)}> {\n` +
  `${lines(random, 4, 12, (r) => r.pick(STATEMENTS)(r))}}\n\n`;

const anInterface = (random: Random): string =>
  `/** What ${camel(random)} needs to know of a ${noun(random)}. */\nexport interface ${pascal(random)} {\n${lines(random, 3, 8, (r) => `  readonly ${noun(r)}${r.chance(0.2) ? '?' : ''}: ${typeName(r)};`)}}\n\n`;

const imports = (random: Random): string =>
  lines(random, 3, 7, (r) => `import { ${camel(r)}, ${pascal(r)} } from '../${sourcePath(r, 'ts')}';`);

const aTest = (random: Random): string =>
  `describe('${camel(random)}', () => {\n  it('keeps the ${adjective(random)} ${noun(random)}', async () => {\n  ${lines(random, 3, 6, (r) => r.pick(STATEMENTS)(r))}  });\n});\n\n`;

/** A piece of a TypeScript module. */
export function typescriptCode(random: Random): string {
  return random.weighted([
    [aFunction, 6],
    [anInterface, 2],
    [imports, 1],
    [aTest, 2],
  ])(random);
}
