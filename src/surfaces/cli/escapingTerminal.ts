import { UNPRINTABLE } from './printable.ts';
import type { Terminal } from './terminal.ts';

/**
 * A terminal that commands cannot be made to send control sequences to, whatever stands in a history, a file or a path:
 * what is left of them is printed as JSON would escape it, so that `--json` means the same.
 */
export function escapingTerminal(terminal: Terminal): Terminal {
  return {
    columns: terminal.columns,
    interactive: terminal.interactive,
    onInterrupt: (callback) => terminal.onInterrupt(callback),
    print: (text) => terminal.print(escaped(text)),
    complain: (line) => terminal.complain(escaped(line)),
    progress: (text) => terminal.progress(text),
  };
}

function escaped(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : jsonEscape(character)));
}

function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
