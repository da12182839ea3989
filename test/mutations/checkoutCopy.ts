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
import { transformSync } from 'esbuild';
import type { Fault } from './fault.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A fault that cannot be put in, because the source or its tests are not what the list says. */
export class StaleFault extends Error {
  override readonly name = 'StaleFault';
}

/** The checkout as it stands, with what is not committed yet, in a temporary directory where faults do no harm. */
export class CheckoutCopy {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'mutations-')));
  /** For what tests leave behind when a fault ends them. */
  readonly temporary = join(this.path, 'tmp');

  constructor() {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    for (const name of new Set(listed.split('\0'))) {
      // Deleted files are listed until that is committed.
      if (name === '' || !existsSync(join(ROOT, name))) continue;
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      cpSync(join(ROOT, name), join(this.path, name));
    }
    mkdirSync(this.temporary);
    symlinkSync(join(ROOT, 'node_modules'), join(this.path, 'node_modules'), 'junction');
  }

  /** Where a test is. */
  testFile(name: string): string {
    return join(this.path, 'test', 'unit', `${name}.test.ts`);
  }

  /**
   * Puts a fault into the source.
   * @returns takes it out again
   * @throws StaleFault
   */
  putIn(fault: Fault): () => void {
    const missing = fault.tests.find((test) => !existsSync(this.testFile(test)));
    if (missing) throw new StaleFault(`"${fault.name}" is to be noticed by ${missing}, which is not there`);
    const path = join(this.path, 'src', fault.file);
    const source = this.#sourceOf(fault, path);
    const faulty = source.replace(fault.text, () => fault.replacement);
    assertProgram(fault, faulty);
    writeFileSync(path, faulty);
    return () => writeFileSync(path, source);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }

  #sourceOf({ name, file, text, replacement }: Fault, path: string): string {
    if (!existsSync(path)) throw new StaleFault(`"${name}" belongs into src/${file}, which is not there`);
    const source = readFileSync(path, 'utf8');
    const times = source.split(text).length - 1;
    if (times !== 1)
      throw new StaleFault(`"${name}" replaces a text that src/${file} has ${times} times: ${text}`);
    if (text === replacement) throw new StaleFault(`"${name}" changes nothing`);
    return source;
  }
}

/** What no program is, every test would notice. @throws StaleFault */
function assertProgram({ name }: Fault, source: string): void {
  try {
    transformSync(source, { loader: 'ts', logLevel: 'silent' });
  } catch (error) {
    throw new StaleFault(`"${name}" leaves no program: ${error instanceof Error ? error.message : error}`);
  }
}
