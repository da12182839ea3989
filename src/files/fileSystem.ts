import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';

/** A file that is open; `write` always writes the whole of its piece. */
export interface OpenFile {
  write(piece: string | Uint8Array): Promise<void>;
  /** The whole content as it is now, from the beginning, whatever was read before. */
  readAll(): Promise<Buffer>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The few operations our files need. Everything that touches a disk goes through here, so that tests can let each
 * single step fail. All of them throw Node's errors, with `code`.
 */
export interface FileSystem {
  readFile(path: string): Promise<Buffer>;
  /** Creates a file that must not exist yet. */
  create(path: string, mode: number): Promise<OpenFile>;
  openToRead(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Creates one directory, not its parents. */
  createDirectory(path: string, mode: number): Promise<void>;
  /** Makes a rename inside the directory last, where the platform can. */
  syncDirectory(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  isDirectory(path: string): Promise<boolean>;
  /** Something is there, and it is neither a file nor a directory: a pipe, a device, a socket. */
  isSpecial(path: string): Promise<boolean>;
  exists(path: string): Promise<boolean>;
  /** May files be created in here? */
  isWritable(directory: string): Promise<boolean>;
  /** The path without symbolic links. */
  realPath(path: string): Promise<string>;
  /** Differs whenever the file was replaced or rewritten; undefined when it does not exist. */
  identity(path: string): Promise<string | undefined>;
  /** Epoch milliseconds. */
  modifiedAt(path: string): Promise<number>;
}

/** Opening a pipe would wait for a writer for ever; a device may never end. */
const OPEN_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export const nodeFileSystem: FileSystem = {
  readFile: async (path) => {
    const handle = await fs.open(path, OPEN_AT_ONCE);
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw notAFile(found.isDirectory() ? 'EISDIR' : NOT_A_FILE);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  create: async (path, mode) => openFile(await fs.open(path, 'wx', mode)),
  openToRead: async (path) => openFile(await fs.open(path, OPEN_AT_ONCE)),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.unlink(path),
  createDirectory: (path, mode) => fs.mkdir(path, { mode }),
  syncDirectory: async (path) => {
    const directory = await fs.open(path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  },
  list: (path) => fs.readdir(path),
  isDirectory: (path) => fs.stat(path).then((found) => found.isDirectory(), isAbsent),
  isSpecial: (path) => fs.stat(path).then((found) => !found.isFile() && !found.isDirectory(), isAbsent),
  exists: (path) => fs.lstat(path).then(() => true, isAbsent),
  isWritable: (directory) =>
    fs.access(directory, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ),
  realPath: (path) => fs.realpath(path),
  identity: async (path) => {
    const found = await fs.stat(path, { bigint: true }).catch(isAbsent);
    return found ? `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}` : undefined;
  },
  modifiedAt: async (path) => (await fs.lstat(path)).mtimeMs,
};

/** The code of the error for what is neither file nor directory; no system has one. */
export const NOT_A_FILE = 'ENOTFILE';

export function notAFile(code = NOT_A_FILE): Error {
  return Object.assign(new Error(`${code}: not a file`), { code });
}

/** The error's `code`, as Node's system errors carry it. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const LEADS_NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

/** For `catch`: false when the path leads nowhere, links in a circle included; every other error is thrown again. */
export function isAbsent(error: unknown): false {
  if (LEADS_NOWHERE.has(errorCode(error) ?? '')) return false;
  throw error;
}

function openFile(handle: fs.FileHandle): OpenFile {
  return {
    write: (piece) => handle.writeFile(piece),
    readAll: async () => {
      const { size } = await handle.stat();
      const content = Buffer.alloc(size);
      const { bytesRead } = await handle.read(content, 0, size, 0);
      return content.subarray(0, bytesRead);
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
