import { DataDirectory } from '../../files/dataDirectory.ts';

/** Where our files are in a home, and whether anything may be written there. */
export class Place {
  /** False: nothing is written, everything is kept in memory. */
  readonly mayWrite: boolean;
  readonly #home: string;
  #lastPath = '';

  constructor(home: string, mayWrite: boolean) {
    this.#home = home;
    this.mayWrite = mayWrite;
  }

  /** Asked for each time: Hermes may move our files to its newer place at any moment. */
  async directory(): Promise<DataDirectory> {
    const directory = await DataDirectory.locate(this.#home);
    this.#lastPath = directory.path;
    return directory;
  }

  /** As it was seen last; empty before that. */
  get lastPath(): string {
    return this.#lastPath;
  }

  /** There is a directory of ours to write into. Who would only note a failure creates none. */
  async isInUse(): Promise<boolean> {
    const directory = await this.directory();
    return this.mayWrite && (await directory.fs.isDirectory(directory.path).catch(() => false));
  }
}

/** Differs once anybody has written the file; undefined where there is none, and for what may not be looked at, too. */
export async function identityOf(directory: DataDirectory, path: string): Promise<string | undefined> {
  return directory.fs.identity(path).catch(() => undefined);
}
