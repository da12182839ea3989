import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../../files/system/atomicFile.ts';
import { inEnglish } from '../../words/problem.ts';

const NEW_FILE_MODE = 0o666; // less what the umask takes, as of any document

/**
 * Writes a document where the user wants it: the file is replaced whole or stays as it was, with its permissions, and
 * where a link leads to it, the link stays. A device or a pipe is written to.
 * @throws Error, one line that names the file
 */
export async function writeDocument(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const present = await stat(target).catch(() => undefined);
    if (present?.isDirectory() || /[/\\]$/.test(path))
      throw new Error(`${path} is a directory; name the file that is to be written in it`);
    if (present && !present.isFile()) return await writeFile(target, text);
    await replace(target, text, present?.mode);
  } catch (error) {
    if (error instanceof Error && !('code' in error)) throw error;
    throw new Error(`${path} could not be written: ${inEnglish(reasonOf(error))}`, { cause: error });
  }
}

async function replace(target: string, text: string, mode: number | undefined): Promise<void> {
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const file = await open(temporary, 'wx', mode ?? NEW_FILE_MODE);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
