import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onShutdown } from './lifetime.ts';
import { CACHE } from './places.ts';
import { say } from './say.ts';

/**
 * A folder in the cache, filled once. It is filled under another name and renamed when complete, so an interrupted
 * download never leaves half of it; a second process that wants the same folder waits for the first.
 * @param name the folder's name; it should carry the version of what it holds
 * @param fill is given an empty folder
 */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  const release = await takeTurn(`${folder}.lock`, name);
  try {
    if (existsSync(folder)) return folder;
    const partial = `${folder}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await fill(partial);
    await rename(partial, folder);
    return folder;
  } finally {
    await release();
  }
}

/** Waits until no living process holds the lock, then holds it. */
async function takeTurn(lock: string, name: string): Promise<() => Promise<void>> {
  await mkdir(dirname(lock), { recursive: true });
  for (let told = false; ; ) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!(await isHeld(lock))) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) say(`Waiting for another process that is obtaining ${name} …`);
    told = true;
    await sleep(500);
  }
  const release = () => rm(lock, { force: true });
  onShutdown(release);
  return release;
}

async function isHeld(lock: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(lock, 'utf8'));
    // An empty file is one whose owner is just about to write its number.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
