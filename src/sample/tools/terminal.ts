import type { Random } from '../random.ts';
import type { TextKind } from '../texts/library.ts';
import { kebab, noun, snake, sourcePath } from '../texts/names.ts';
import { json, length, type Scene, type Tool, type Toolbox, type ToolUse } from './tool.ts';

type Command = readonly [command: (random: Random) => string, output: TextKind];

const COMMANDS: readonly (readonly [Command, number])[] = [
  [
    [
      (r) =>
        r.pick(['npm test', 'pytest -q', 'cargo test', 'go test ./...', 'pnpm test --run', 'make check']),
      'buildLog',
    ],
    9,
  ],
  [
    [
      (r) =>
        r.pick([
          'git status',
          'git diff --stat',
          'git log --oneline -20',
          'git push',
          `git commit -am "${kebab(r)}"`,
        ]),
      'gitOutput',
    ],
    6,
  ],
  [[(r) => `git diff ${r.pick(['', 'HEAD~1', 'main'])} -- ${sourcePath(r)}`, 'diff'], 3],
  [
    [
      (r) =>
        r.pick(['ls -la', 'find . -newer Makefile', 'df -h', 'ps aux | head -20', `grep -rn ${snake(r)} .`]),
      'shellOutput',
    ],
    7,
  ],
  [
    [
      (r) => r.pick(['npm install', 'pip install -e .', 'uv sync', 'docker build .', 'docker images']),
      'packageOutput',
    ],
    2,
  ],
  [
    [
      (r) => r.pick([`tail -n 200 /var/log/${noun(r)}.log`, `journalctl -u ${kebab(r)} -n 100`]),
      'serviceLog',
    ],
    4,
  ],
  [[(r) => `curl -s https://api.example.org/v1/${noun(r)}s/${r.int(1, 999)}`, 'jsonPayload'], 3],
  [[(r) => `cat ${sourcePath(r, 'yaml')}`, 'configFile'], 2],
];

const MISHAPS: readonly (readonly [(random: Random) => readonly [text: string, code: number], number])[] = [
  [(r) => [`bash: ${kebab(r)}: command not found\n`, 127], 4],
  [(r) => [`cat: ${sourcePath(r)}: No such file or directory\n`, 1], 5],
  [(r) => [`cp: cannot create regular file '/srv/${noun(r)}/${kebab(r)}': Permission denied\n`, 1], 2],
  [
    (r) => [
      `Error: listen EADDRINUSE: address already in use 127.0.0.1:${r.pick([3000, 5173, 8000, 8080])}\n`,
      1,
    ],
    2,
  ],
  [
    (r) => [
      `curl: (28) Operation timed out after ${r.int(5000, 30000)} milliseconds with 0 bytes received\n`,
      28,
    ],
    2,
  ],
  [(r) => [`fatal: ${noun(r).toUpperCase()}_URL: environment variable is not set\n`, 1], 2],
  [
    (r) => [
      `mapping values are not allowed here, in "${sourcePath(r, 'yaml')}", line ${r.int(2, 90)}, column ${r.int(2, 40)}\n`,
      1,
    ],
    2,
  ],
];

const answer = (output: string, code: number): string => json({ output, exit_code: code, error: null });

function mishap(scene: Scene): ToolUse {
  const { random, library } = scene;
  const [command] = random.weighted(COMMANDS);
  if (random.chance(0.5)) {
    const trace = library.stackTrace.text(random, length(scene, 900));
    return { args: { command: command(random) }, result: answer(trace, 1) };
  }
  const [text, code] = random.weighted(MISHAPS)(random);
  return { args: { command: command(random), timeout: 60 }, result: answer(text, code) };
}

const terminal: Tool = (scene) => {
  const { random, library, project } = scene;
  if (random.chance(0.11)) return mishap(scene);
  const [command, kind] = random.weighted(COMMANDS);
  const output = library[kind].text(random, length(scene, 1200, 1.1));
  return { args: { command: command(random), workdir: project.root }, result: answer(output, 0) };
};

const process: Tool = (scene) => {
  const { random, library } = scene;
  const session = `proc_${random.hex(12)}`;
  const action = random.pick(['poll', 'log', 'wait', 'kill']);
  const output = library.serviceLog.text(random, length(scene, 500));
  return {
    args: { action, session_id: session },
    result: json({
      session_id: session,
      status: random.pick(['running', 'running', 'exited']),
      output_preview: output,
    }),
  };
};

const executeCode: Tool = (scene) => {
  const { random, library } = scene;
  return {
    args: { code: library.pythonCode.one(random) },
    result: json({
      status: 'success',
      output: library.jsonPayload.text(random, length(scene, 500)),
      tool_calls_made: random.int(0, 4),
    }),
  };
};

/** Tools that run things. */
export const TERMINAL_TOOLS: Toolbox = { terminal, process, execute_code: executeCode };
