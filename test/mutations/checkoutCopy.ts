import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from './fault.ts';
import { sourceFile, withFault } from './stale.ts';

/** The checkout that is copied. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** The checkout as it stands, with what is not committed yet, in a temporary directory where faults do no harm. */
export class CheckoutCopy {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'mutations-')));
  /** For what tests leave behind when a fault ends them. */
  readonly temporary = join(this.path, 'tmp');

  constructor() {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: CHECKOUT,
      encoding: 'utf8',
    });
    for (const name of new Set(listed.split('\0'))) {
      // Deleted files are listed until that is committed.
      if (name === '' || !existsSync(join(CHECKOUT, name))) continue;
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      cpSync(join(CHECKOUT, name), join(this.path, name));
    }
    mkdirSync(this.temporary);
    symlinkSync(join(CHECKOUT, 'node_modules'), join(this.path, 'node_modules'), 'junction');
  }

  /**
   * Puts a fault into the source.
   * @returns takes it out again
   */
  putIn(fault: Fault): () => void {
    const path = sourceFile(this.path, fault);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, withFault(source, fault));
    return () => writeFileSync(path, source);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
