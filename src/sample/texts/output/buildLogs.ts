import type { Random } from '../../random.ts';
import { adjective, camel, lines, noun, pascal, snake, sourcePath, verb } from '../names.ts';

const seconds = (r: Random): string => `${r.int(0, 40)}.${r.int(10, 99)}s`;

const pytest = (r: Random): string =>
  `============================= test session starts ==============================\ncollected ${r.int(8, 300)} items\n\n${lines(r, 4, 14, (q, i) => `tests/test_${noun(q)}_${noun(q)}.py ${'.'.repeat(q.int(2, 40))}${q.chance(0.12) ? 'F' : ''} [${String(Math.min(100, i * 9 + 9)).padStart(3)}%]`)}\n=================== ${r.int(20, 300)} passed in ${seconds(r)} ===================\n`;

const failingPytest = (r: Random): string =>
  `____________________________ test_${snake(r)} ____________________________\n\n    def test_${snake(r)}(${noun(r)}):\n>       assert ${snake(r)}(${noun(r)}) == ${r.int(0, 99)}\nE       AssertionError: assert ${r.int(100, 200)} == ${r.int(0, 99)}\n\ntests/test_${noun(r)}.py:${r.int(10, 400)}: AssertionError\nFAILED tests/test_${noun(r)}.py::test_${snake(r)}\n============== ${r.int(1, 4)} failed, ${r.int(20, 200)} passed in ${seconds(r)} ==============\n`;

const vitest = (r: Random): string =>
  `${lines(r, 4, 14, (q) => ` \u2713 ${sourcePath(q, 'test.ts')} (${q.int(2, 30)} tests) ${q.int(4, 900)}ms`)}\n Test Files  ${r.int(4, 40)} passed (${r.int(4, 40)})\n      Tests  ${r.int(40, 400)} passed (${r.int(40, 400)})\n   Duration  ${seconds(r)}\n`;

const typeCheck = (r: Random): string =>
  lines(
    r,
    2,
    9,
    (q) =>
      `${sourcePath(q, 'ts')}(${q.int(1, 400)},${q.int(1, 80)}): error TS${q.pick([2322, 2339, 2345, 2532, 7006])}: Property '${noun(q)}' does not exist on type '${pascal(q)}'.`,
  );

const bundler = (r: Random): string =>
  `vite v7.${r.int(0, 3)}.${r.int(0, 9)} building for production...\n\u2713 ${r.int(60, 900)} modules transformed.\n${lines(r, 4, 12, (q) => `dist/assets/${noun(q)}-${q.hex(8)}.${q.pick(['js', 'js', 'css', 'woff2'])}   ${q.int(1, 400)}.${q.int(10, 99)} kB \u2502 gzip: ${q.int(1, 90)}.${q.int(10, 99)} kB`)}\u2713 built in ${seconds(r)}\n`;

const cargo = (r: Random): string =>
  `${lines(r, 6, 16, (q) => `   Compiling ${noun(q)}-${noun(q)} v${q.int(0, 3)}.${q.int(0, 20)}.${q.int(0, 9)}`)}warning: unused variable: \`${noun(r)}\`\n   --> ${sourcePath(r, 'rs')}:${r.int(1, 300)}:${r.int(1, 60)}\n    |\n${r.int(10, 99)}  |     let ${noun(r)} = ${snake(r)}();\n    |         ^^^^^ help: prefix it with an underscore\n\n    Finished \`dev\` profile [unoptimized + debuginfo] target(s) in ${seconds(r)}\n`;

const goTest = (r: Random): string =>
  `${lines(r, 4, 12, (q) => `--- PASS: Test${pascal(q)} (${seconds(q)})`)}PASS\nok  \texample.org/${noun(r)}/internal/${noun(r)}\t${seconds(r)}\n`;

const lint = (r: Random): string =>
  `${sourcePath(r, 'tsx')}\n${lines(r, 3, 9, (q) => `  ${q.int(1, 300)}:${q.int(1, 80)}  ${q.pick(['warning', 'warning', 'error'])}  '${camel(q)}' is ${q.pick(['defined but never used', 'assigned twice', 'shadowed'])}  no-${adjective(q)}-${verb(q)}`)}\n`;

/** A piece of a build, lint or test run's output. */
export function buildLog(random: Random): string {
  return random.weighted([
    [pytest, 4],
    [failingPytest, 2],
    [vitest, 3],
    [typeCheck, 1],
    [bundler, 2],
    [cargo, 3],
    [goTest, 2],
    [lint, 2],
  ])(random);
}
