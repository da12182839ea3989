import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemReason } from '../../hermes/systemReason.ts';
import { type Problem, ProblemError, problem, problemOf } from '../../words/problem.ts';
import { errorCode, type FileSystem, nodeFileSystem, notOurs, type OpenFile } from './fileSystem.ts';

/** What a file is written from; the pieces are written as they come, so a large one never stands in memory whole. */
export type Content = string | Iterable<string> | AsyncIterable<string>;

export interface AtomicWriteOptions {
  readonly fs?: FileSystem;
  /** How long a refused rename is tried again; on Windows it is refused while anyone has the target open. */
  readonly renamePatienceMs?: number;
  /** Asked when only the rename is left to do; false gives the write up and leaves the target as it is. */
  readonly stillWanted?: () => Promise<boolean>;
}

const NOT = {
  write: 'file.notWritten',
  read: 'file.notRead',
  remove: 'file.notRemoved',
  'set aside': 'file.notSetAside',
} as const;

/** A file could not be written, or not even looked at; what was there is as it was. It is told without a path. */
export class WriteFailed extends ProblemError {
  override readonly name = 'WriteFailed';
  readonly code: string | undefined;

  constructor(path: string, cause: unknown, attempted: keyof typeof NOT = 'write') {
    super(problem(NOT[attempted], basename(path), reasonOf(cause)), { cause });
    this.code = errorCode(cause);
  }
}

const FILE_MODE = 0o600;
const WINDOWS_RENAME_PATIENCE_MS = 2000;
const REFUSED_WHILE_OPEN = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Tells machines and containers apart that share a directory but not their process ids. */
const HOST_TAG = [...hostname()].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7).toString(16);

/**
 * Replaces a file by a new one in one step: whoever reads it, whenever the process or the machine dies, finds the old
 * content or the new one. Readable by the user alone. The directory must exist. What is no file of ours is never
 * replaced: a link, a device, another user's.
 *
 * @returns false if `stillWanted` said no
 * @throws WriteFailed
 */
export async function writeAtomically(
  path: string,
  content: Content,
  options: AtomicWriteOptions = {},
): Promise<boolean> {
  const fs = options.fs ?? nodeFileSystem;
  const temporary = temporaryName(path);
  try {
    const foreign = await fs.foreignness(path);
    if (foreign) throw notOurs(foreign);
    await writeWhole(fs, temporary, content);
    if (options.stillWanted && !(await options.stillWanted())) {
      await fs.remove(temporary);
      return false;
    }
    await renamePatiently(fs, temporary, path, options.renamePatienceMs);
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    throw new WriteFailed(path, error);
  }
  // The new file is in place and whole; a directory that cannot be synced only means it may be lost with the power.
  await fs.syncDirectory(dirname(path)).catch(() => undefined);
  return true;
}

/** The process that writes, or wrote, a temporary file or its journal; undefined for any other file. */
export function temporaryFileWriter(
  fileName: string,
): { readonly pid: number; readonly onThisMachine: boolean } | undefined {
  const match = /^\..+\.([0-9a-f]+)-(\d+)-[0-9a-f]{12}\.achievements-tmp(-journal)?$/.exec(fileName);
  return match ? { pid: Number(match[2]), onThisMachine: match[1] === HOST_TAG } : undefined;
}

/** A name beside a file that `removeLeftovers` knows, should its writer die. */
export function temporaryName(target: string): string {
  const unique = `${HOST_TAG}-${process.pid}-${randomBytes(6).toString('hex')}`;
  return join(dirname(target), `.${basename(target)}.${unique}.achievements-tmp`);
}

async function writeWhole(fs: FileSystem, path: string, content: Content): Promise<void> {
  const file = await fs.create(path, FILE_MODE);
  try {
    await writePieces(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writePieces(file: OpenFile, content: Content): Promise<void> {
  if (typeof content === 'string') return file.write(content);
  for await (const piece of content) await file.write(piece);
}

async function renamePatiently(
  fs: FileSystem,
  from: string,
  to: string,
  patienceMs = process.platform === 'win32' ? WINDOWS_RENAME_PATIENCE_MS : 0,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let pause = 10; ; pause = Math.min(pause * 2, 200)) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!REFUSED_WHILE_OPEN.has(errorCode(error) ?? '') || performance.now() + pause > deadline)
        throw error;
      await sleep(pause);
    }
  }
}

/** Why the file system refused: half a sentence without a path. */
export function reasonOf(cause: unknown): Problem {
  const code = errorCode(cause);
  switch (code) {
    case 'ENOENT':
      return problem('reason.noDirectory');
    case 'ENOTFILE':
      return problem('reason.noFile');
    case 'EISLINK':
      return problem('reason.isLink');
    case 'ENOTOWNER':
      return problem('reason.otherOwner');
    default:
      return systemReason(cause) ?? (code === undefined ? unforeseen(cause) : problem('other', code));
  }
}

function unforeseen(cause: unknown): Problem {
  return cause instanceof Error ? problemOf(cause) : problem('reason.unknown');
}
