import { cut } from './cells.ts';

/** The streams of a command line, as little of them as the commands need. */
export interface Terminal {
  /** Columns of stdout; without end for a pipe or a file, where nothing wraps. */
  readonly columns: number;
  /** Stderr is a terminal that can redraw a line: a progress line may be drawn and redrawn there. */
  readonly interactive: boolean;
  /** Calls back when the user interrupts (Ctrl+C); returns the function that stops listening. */
  onInterrupt(callback: () => void): () => void;
  /** A line or a text to stdout. */
  print(text: string): void;
  /** A line to stderr. */
  complain(line: string): void;
  /** Replaces the progress line on stderr; an empty text removes it. */
  progress(text: string): void;
}

/** What a terminal that tells no width is taken for. */
const USUAL_COLUMNS = 80;
/** Lines are not laid out for less. */
const LEAST_COLUMNS = 40;

type OutputStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** The streams of a process, and what its surroundings say of them. */
export interface ProcessStreams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. */
export function processTerminal({ stdout, stderr, env }: ProcessStreams = process): Terminal {
  const interactive = stderr.isTTY === true && redraws(env);
  return {
    columns: stdout.isTTY ? columnsOf(stdout) : Number.POSITIVE_INFINITY,
    interactive,
    onInterrupt(callback) {
      // Once: who interrupts again is not kept waiting by anything.
      process.once('SIGINT', callback);
      return () => process.off('SIGINT', callback);
    },
    print: (text) => void stdout.write(`${text}\n`),
    complain: (line) => void stderr.write(`hermes-achievements: ${line}\n`),
    progress(text) {
      if (interactive) stderr.write(`\r\u001b[2K${cut(text, columnsOf(stderr) - 1)}`);
    },
  };
}

function columnsOf({ columns }: OutputStream): number {
  return Math.max(LEAST_COLUMNS, columns || USUAL_COLUMNS);
}

/** Plain text is asked for, or is all that the terminal can show. */
function redraws(env: ProcessStreams['env']): boolean {
  return env['TERM'] !== 'dumb' && !env['NO_COLOR'];
}
