import type { Terminal } from '../../src/surfaces/cli/terminal.ts';

/** A terminal that remembers what was said on it. */
export class CapturedTerminal implements Terminal {
  readonly columns: number;
  readonly interactive: boolean;
  readonly printed: string[] = [];
  readonly complaints: string[] = [];
  readonly progressLines: string[] = [];

  constructor({ columns = 120, interactive = false } = {}) {
    this.columns = columns;
    this.interactive = interactive;
  }

  /** All of stdout. */
  get output(): string {
    return this.printed.join('\n');
  }

  onInterrupt(_callback?: () => void): () => void {
    return () => undefined;
  }

  print(text: string): void {
    this.printed.push(text);
  }

  complain(line: string): void {
    this.complaints.push(line);
  }

  progress(text: string): void {
    this.progressLines.push(text);
  }
}
