import { constants, copyFileSync, linkSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History } from './histories.ts';

/** A Hermes home with the database of a history and nothing of ours yet. */
export class WorkingHome {
  readonly path: string;

  private constructor(history: History, place: (from: string, to: string) => void) {
    this.path = mkdtempSync(join(tmpdir(), 'hermes-achievements-bench-home-'));
    place(join(history.home, 'state.db'), join(this.path, 'state.db'));
  }

  /** To be read only: it is the history's own file. */
  static toRead(history: History): WorkingHome {
    return new WorkingHome(history, linkSync);
  }

  /** To be written to: a copy. */
  static toWrite(history: History): WorkingHome {
    return new WorkingHome(history, (from, to) => copyFileSync(from, to, constants.COPYFILE_FICLONE));
  }

  /** As it was before anything of ours was there: the next scan is a first one. */
  forgetOurs(): void {
    for (const name of readdirSync(this.path))
      if (!name.startsWith('state.db')) rmSync(join(this.path, name), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
