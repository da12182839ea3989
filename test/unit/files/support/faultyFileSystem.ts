import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../../src/files/system/fileSystem.ts';

/** The steps of an atomic write, in order. */
export const WRITE_STEPS = ['create', 'write', 'sync', 'close', 'rename'] as const;
export type WriteStep = (typeof WRITE_STEPS)[number];

/** A real file system on which a step fails with an error code: the first `times` times, or always. */
export function failingAt(
  step: WriteStep | 'remove' | 'syncDirectory',
  code: string,
  times = Infinity,
): FileSystem {
  let left = times;
  const maybeFail = (at: string): void => {
    if (at !== step || left-- <= 0) return;
    throw Object.assign(new Error(`${code}: injected at ${step}`), { code });
  };
  return {
    ...nodeFileSystem,
    create: async (path, mode) => {
      maybeFail('create');
      return failingFile(await nodeFileSystem.create(path, mode), maybeFail);
    },
    rename: async (from, to) => {
      maybeFail('rename');
      await nodeFileSystem.rename(from, to);
    },
    remove: async (path) => {
      maybeFail('remove');
      await nodeFileSystem.remove(path);
    },
    syncDirectory: async (path) => {
      maybeFail('syncDirectory');
      await nodeFileSystem.syncDirectory(path);
    },
  };
}

function failingFile(file: OpenFile, maybeFail: (at: string) => void): OpenFile {
  return {
    ...file,
    write: async (piece) => {
      // A disk that fills up takes the first half.
      await file.write(piece.slice(0, piece.length / 2));
      maybeFail('write');
      await file.write(piece.slice(piece.length / 2));
    },
    sync: async () => {
      maybeFail('sync');
      await file.sync();
    },
    close: async () => {
      await file.close();
      maybeFail('close');
    },
  };
}
