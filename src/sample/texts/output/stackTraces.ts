import type { Random } from '../../random.ts';
import { camel, lines, noun, pascal, snake, sourcePath, verb } from '../names.ts';

const python = (r: Random): string =>
  `Traceback (most recent call last):\n${lines(r, 3, 8, (q) => `  File "/home/dev/projects/${noun(q)}/${sourcePath(q, 'py')}", line ${q.int(3, 600)}, in ${snake(q)}\n    ${noun(q)} = self.${snake(q)}(${noun(q)}, ${noun(q)}=${noun(q)})`)}${r.pick(['KeyError', 'ValueError', 'TypeError', 'AttributeError', 'TimeoutError'])}: ${r.pick([`'${noun(r)}'`, `invalid literal for ${noun(r)}: '${noun(r)}'`, `'NoneType' object has no attribute '${noun(r)}'`])}\n`;

const node = (r: Random): string =>
  `TypeError: Cannot read properties of undefined (reading '${noun(r)}')\n${lines(r, 4, 9, (q) => `    at ${pascal(q)}.${camel(q)} (file:///home/dev/projects/${noun(q)}/${sourcePath(q, 'ts')}:${q.int(1, 500)}:${q.int(1, 90)})`)}    at process.processTicksAndRejections (node:internal/process/task_queues:${r.int(90, 120)}:5)\n`;

const rust = (r: Random): string =>
  `thread 'main' panicked at ${sourcePath(r, 'rs')}:${r.int(1, 500)}:${r.int(1, 60)}:\ncalled \`Option::unwrap()\` on a \`None\` value\nstack backtrace:\n${lines(r, 4, 9, (q, i) => `   ${i}: ${noun(q)}::${noun(q)}::${snake(q)}\n             at ./${sourcePath(q, 'rs')}:${q.int(1, 500)}`)}`;

const java = (r: Random): string =>
  `java.lang.IllegalStateException: ${noun(r)} has no ${noun(r)}\n${lines(r, 4, 9, (q) => `\tat org.example.${noun(q)}.${pascal(q)}.${camel(q)}(${pascal(q)}.java:${q.int(10, 900)})`)}Caused by: java.io.IOException: could not ${verb(r)} ${noun(r)}\n\t... ${r.int(3, 40)} more\n`;

const go = (r: Random): string =>
  `panic: runtime error: index out of range [${r.int(3, 12)}] with length 3\n\ngoroutine ${r.int(1, 90)} [running]:\n${lines(r, 3, 7, (q) => `example.org/${noun(q)}/internal/${noun(q)}.(*${pascal(q)}).${camel(q)}(0xc000${q.hex(6)})\n\t/home/dev/projects/${noun(q)}/${sourcePath(q, 'go')}:${q.int(1, 500)} +0x${q.hex(3)}`)}exit status 2\n`;

/** A stack trace as some runtime prints it. */
export function stackTrace(random: Random): string {
  return random.weighted([
    [python, 5],
    [node, 4],
    [rust, 2],
    [java, 1],
    [go, 2],
  ])(random);
}
