import { join } from 'node:path';
import { type AtomicWriteOptions, type Content, WriteFailed, writeAtomically } from './system/atomicFile.ts';
import { errorCode, type FileSystem, isAbsent, nodeFileSystem } from './system/fileSystem.ts';

const NAME = 'hermes-achievements';
const OWN_MODE = 0o700;
/** Of the folders that Hermes and all its plugins share. */
const SHARED_MODE = 0o755;

/**
 * The place of our files in a Hermes home, shared with the dashboard plugin: `plugin-data/hermes-achievements` where
 * that directory exists, else `plugins/hermes-achievements`. Hermes moves from the older to the newer place, so a
 * file that the newer one lacks is read from the older, and written to the newer.
 */
export class DataDirectory {
  /** Where files are written. */
  readonly path: string;
  /** The older place, while the newer one is in use. */
  readonly olderPath: string | null;
  readonly fs: FileSystem;
  readonly #home: string;

  private constructor(home: string, usesNewer: boolean, fs: FileSystem) {
    const older = join(home, 'plugins', NAME);
    this.path = usesNewer ? join(home, 'plugin-data', NAME) : older;
    this.olderPath = usesNewer ? older : null;
    this.fs = fs;
    this.#home = home;
  }

  /** Looks which place is in use today; ask again for each scan, since Hermes may move while we run. */
  static async locate(home: string, fs: FileSystem = nodeFileSystem): Promise<DataDirectory> {
    // One that may not be entered is there: the older place must not be taken for it.
    const usesNewer = await fs.isDirectory(join(home, 'plugin-data', NAME)).catch(isRefused);
    return new DataDirectory(home, usesNewer, fs);
  }

  /** Where the file of this name is written. */
  pathOf(name: string): string {
    return join(this.path, name);
  }

  /** Where the file of this name is read: here, or in the older place if only that has it. */
  async find(name: string): Promise<string> {
    if (this.olderPath === null || (await this.#has(this.pathOf(name)))) return this.pathOf(name);
    const older = join(this.olderPath, name);
    return (await this.#has(older)) ? older : this.pathOf(name);
  }

  /** The file's bytes, or undefined when neither place has it. */
  async read(name: string): Promise<Buffer | undefined> {
    return (await this.fs.readFile(await this.find(name)).catch(isAbsent)) || undefined;
  }

  /**
   * Replaces the file of this name, creating the directory if need be.
   * @returns false if `stillWanted` said no
   * @throws WriteFailed
   */
  async write(
    name: string,
    content: Content,
    options: Omit<AtomicWriteOptions, 'fs'> = {},
  ): Promise<boolean> {
    await this.create();
    return writeAtomically(this.pathOf(name), content, { ...options, fs: this.fs });
  }

  /**
   * Creates the directory, for its user alone, in a folder that is shared; never the home itself.
   * @throws WriteFailed
   */
  async create(): Promise<void> {
    try {
      if (await this.fs.isDirectory(this.path)) return;
      const shared = join(this.#home, this.olderPath === null ? 'plugins' : 'plugin-data');
      await this.#createOne(shared, SHARED_MODE);
      await this.#createOne(this.path, OWN_MODE);
    } catch (error) {
      throw new WriteFailed(this.path, error);
    }
  }

  /** False where nothing could be created or replaced; nothing is tried out. */
  async isWritable(): Promise<boolean> {
    for (const path of [this.path, join(this.path, '..'), this.#home]) {
      if (await this.fs.isDirectory(path).catch(isRefused)) return this.fs.isWritable(path);
    }
    return false;
  }

  /** Why the place may not be looked into, where there is one; undefined where all is well. Nothing is tried out. */
  async refusal(): Promise<WriteFailed | undefined> {
    try {
      await this.fs.list(this.path).catch(isAbsent);
      return undefined;
    } catch (error) {
      return new WriteFailed(this.path, error, 'read');
    }
  }

  /** What may not be looked at is there. */
  #has(path: string): Promise<boolean> {
    return this.fs.exists(path).catch(isRefused);
  }

  async #createOne(path: string, mode: number): Promise<void> {
    await this.fs.createDirectory(path, mode).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

/** For `catch`: true where a folder on the way may not be entered; every other error is thrown again. */
function isRefused(error: unknown): true {
  if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return true;
  throw error;
}
