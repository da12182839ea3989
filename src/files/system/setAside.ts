import { basename, join } from 'node:path';
import type { DataDirectory } from '../dataDirectory.ts';
import { WriteFailed } from './atomicFile.ts';
import { notOurs } from './fileSystem.ts';

/**
 * Gives a damaged file another name beside it, so that nothing is ever overwritten that someone could still mend.
 * @returns the new name, without its directory
 * @throws WriteFailed when it cannot be renamed
 */
export async function setAside(directory: DataDirectory, path: string, now = new Date()): Promise<string> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const stem = `${basename(path, '.json')}.damaged-${stamp}`;
  const foreign = await directory.fs.foreignness(path);
  if (foreign) throw new WriteFailed(path, notOurs(foreign), 'set aside');
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? `${stem}.json` : `${stem}-${attempt}.json`;
    const target = join(path, '..', name);
    if (await directory.fs.exists(target)) continue;
    try {
      await directory.fs.rename(path, target);
    } catch (error) {
      throw new WriteFailed(path, error, 'set aside');
    }
    return name;
  }
}
