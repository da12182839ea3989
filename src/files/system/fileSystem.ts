import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { errorCode } from './errorCode.ts';
import { type Foreignness, foreignness, settle } from './ownFile.ts';

export { errorCode };

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
  /** Creates a file that must not exist yet, with this mode under any umask, for the owner of its folder. */
  create(path: string, mode: number): Promise<OpenFile>;
  openToRead(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Creates one directory, not its parents; likewise. */
  createDirectory(path: string, mode: number): Promise<void>;
  /** Makes a rename inside the directory last, where the platform can. */
  syncDirectory(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  isDirectory(path: string): Promise<boolean>;
  /** Why what is there is no file of ours; undefined where nothing is, or one that is. */
  foreignness(path: string): Promise<Foreignness | undefined>;
  exists(path: string): Promise<boolean>;
  /** May files be created in here? */
  isWritable(directory: string): Promise<boolean>;
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
      if (!found.isFile()) throw notOurs(found.isDirectory() ? 'EISDIR' : 'ENOTFILE');
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  create: async (path, mode) => {
    const handle = await fs.open(path, 'wx', mode);
    settle(path, mode);
    return openFile(handle);
  },
  openToRead: async (path) => openFile(await fs.open(path, OPEN_AT_ONCE)),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.unlink(path),
  createDirectory: async (path, mode) => {
    await fs.mkdir(path, { mode });
    settle(path, mode);
  },
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
  foreignness: async (path) => foreignness(path),
  exists: (path) => fs.lstat(path).then(() => true, isAbsent),
  isWritable: (directory) =>
    fs.access(directory, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ),
  identity: async (path) => {
    const found = await fs.stat(path, { bigint: true }).catch(isAbsent);
    return found ? `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}` : undefined;
  },
  modifiedAt: async (path) => (await fs.lstat(path)).mtimeMs,
};

export function notOurs(code: Foreignness): Error {
  return Object.assign(new Error(`${code}: not a file of ours`), { code });
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
