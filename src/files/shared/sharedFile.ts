import { setTimeout as sleep } from 'node:timers/promises';
import type { DataDirectory } from '../dataDirectory.ts';
import { isAbsent, type OpenFile } from '../system/fileSystem.ts';
import { parseJson } from '../system/jsonText.ts';

export type Replacement =
  | { readonly kind: 'replaced' }
  /** Somebody wrote the file since it was read; it was left alone. Read and merge again. */
  | { readonly kind: 'outdated' }
  /** Replaced, but somebody wrote into the old file in that very moment: merge these bytes in as well. */
  | { readonly kind: 'overtook'; readonly bytes: Buffer };

const LATE_WRITER_TRIES = 100;
const LATE_WRITER_PAUSE_MS = 20;

/**
 * Replaces a file that another program rewrites in place, without locks, whenever it likes, and loses none of its
 * writes: the file is compared with what was merged right before the rename, and the file that the rename took away
 * is looked at once more right after it. A writer that had opened it by then had emptied it already, which shows.
 *
 * (On Windows a file cannot be renamed away while it is held open, so there only the first look is taken.)
 *
 * @param expected the bytes that the new content was merged from; undefined when there was no file
 * @throws WriteFailed
 */
export async function replaceShared(
  directory: DataDirectory,
  name: string,
  expected: Buffer | undefined,
  content: string,
): Promise<Replacement> {
  const path = directory.pathOf(name);
  const { fs } = directory;
  const old = process.platform === 'win32' ? undefined : await fs.openToRead(path).catch(() => undefined);
  try {
    const stillWanted = async (): Promise<boolean> => {
      const current = (await fs.readFile(path).catch(isAbsent)) || undefined;
      return isSame(current, expected);
    };
    if (!(await directory.write(name, content, { stillWanted }))) return { kind: 'outdated' };
    const late = old && (await lateWrite(old, expected));
    return late ? { kind: 'overtook', bytes: late } : { kind: 'replaced' };
  } finally {
    await old?.close();
  }
}

/** What was written into the file since; waits a little for a writer that is in the middle of it. */
async function lateWrite(old: OpenFile, expected: Buffer | undefined): Promise<Buffer | undefined> {
  for (let attempt = 0; attempt < LATE_WRITER_TRIES; attempt++) {
    const bytes = await old.readAll();
    if (isSame(bytes, expected)) return undefined;
    if (isWhole(bytes)) return bytes;
    await sleep(LATE_WRITER_PAUSE_MS);
  }
  return undefined;
}

function isWhole(bytes: Buffer): boolean {
  try {
    parseJson(bytes);
    return true;
  } catch {
    return false;
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}
