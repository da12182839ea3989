import { join } from 'node:path';
import type { DataDirectory } from '../dataDirectory.ts';
import { temporaryFileWriter } from './atomicFile.ts';
import { errorCode, type FileSystem } from './fileSystem.ts';

/** A writer on another machine, or one whose process id has been given to somebody else since, is dead by then. */
const SURELY_DEAD_AFTER_MS = 60 * 60 * 1000;

/**
 * Removes what writers left behind that died before they could rename it: temporary files of ours whose process is
 * gone, or that are an hour old. Never throws; what cannot be removed stays for the next time.
 * @param now epoch milliseconds
 * @returns how many were removed
 */
export async function removeLeftovers(directory: DataDirectory, now = Date.now()): Promise<number> {
  const { fs, path, olderPath } = directory;
  let removed = 0;
  for (const place of olderPath === null ? [path] : [path, olderPath]) {
    for (const name of await fs.list(place).catch(() => [])) {
      const isLeft = await isLeftover(fs, join(place, name), name, now).catch(() => false);
      if (isLeft && (await fs.remove(join(place, name)).then(yes, no))) removed++;
    }
  }
  return removed;
}

async function isLeftover(fs: FileSystem, path: string, name: string, now: number): Promise<boolean> {
  const writer = temporaryFileWriter(name);
  if (!writer) return false;
  if (writer.onThisMachine && !isAlive(writer.pid)) return true;
  // Absolute, since a clock set back must not keep it for ever.
  return Math.abs(now - (await fs.modifiedAt(path))) > SURELY_DEAD_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

const yes = (): boolean => true;
const no = (): boolean => false;
