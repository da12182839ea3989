import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const PIECE_BYTES = 1 << 20;

/** Reads the history once, so that the system has it in memory and no disk is measured; some systems soon forget it. */
export function bringIntoSystemCache(home: string): void {
  const piece = Buffer.alloc(PIECE_BYTES);
  const file = openSync(join(home, 'state.db'), 'r');
  try {
    while (readSync(file, piece) > 0);
  } finally {
    closeSync(file);
  }
}
