import { basename, join } from 'node:path';
import type { DataDirectory } from './dataDirectory.ts';

/**
 * Gives a damaged file another name beside it, so that nothing is ever overwritten that someone could still mend.
 * @returns the new name, without its directory
 * @throws Node's error when it cannot be renamed
 */
export async function setAside(directory: DataDirectory, path: string, now = new Date()): Promise<string> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const stem = `${basename(path, '.json')}.damaged-${stamp}`;
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? `${stem}.json` : `${stem}-${attempt}.json`;
    const target = join(path, '..', name);
    if (await directory.fs.exists(target)) continue;
    await directory.fs.rename(path, target);
    return name;
  }
}
