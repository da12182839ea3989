/** The streams of a command line, as little of them as the commands need. */
export interface Terminal {
  /** Columns of stdout; for a pipe or file, a generous fixed width. */
  readonly columns: number;
  /** Stderr is a terminal: a progress line may be drawn and redrawn there. */
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

const COLUMNS_OF_A_PIPE = 120;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    columns: stdout.columns ?? COLUMNS_OF_A_PIPE,
    interactive: stderr.isTTY === true,
    onInterrupt(callback) {
      process.on('SIGINT', callback);
      return () => process.off('SIGINT', callback);
    },
    print: (text) => void stdout.write(`${text}\n`),
    complain: (line) => void stderr.write(`hermes-achievements: ${line}\n`),
    progress: (text) => void stderr.write(`\r\u001b[2K${text}`),
  };
}
