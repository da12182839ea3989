import { realpath, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Two looks a time at what costs nothing unless it is far away. */
export const POLL_MS = 5_000;

/**
 * Looks at the files of a history every so often, where the system does not tell of changes: watches have run out, or the
 * files lie on another machine.
 */
export class Polling {
  readonly #changed: () => void;
  readonly #pollMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(changed: () => void, pollMs = POLL_MS) {
    this.#changed = changed;
    this.#pollMs = pollMs;
  }

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  /** What is there now is known; calls back when it becomes something else. */
  start(home: string): void {
    this.stop();
    void this.#look(home, undefined);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One look after another: where the other machine takes long to answer, none is begun meanwhile. */
  async #look(home: string, before: string | undefined): Promise<void> {
    const timer = setTimeout(() => undefined, this.#pollMs).unref();
    this.#timer = timer;
    const now = await stampOf(join(home, 'state.db'));
    if (this.#timer !== timer) return;
    clearTimeout(timer);
    this.#timer = setTimeout(() => void this.#look(home, now), this.#pollMs).unref();
    if (before !== undefined && now !== before) this.#changed();
  }
}

/** Another text after every write to the file, or to the log beside the file that it is a link to. */
async function stampOf(path: string): Promise<string> {
  const target = await realpath(path).catch(() => path);
  const stamps = [target, `${target}-wal`].map((file) =>
    stat(file, { bigint: true }).then(
      ({ ino, size, mtimeNs, ctimeNs }) => `${ino}:${size}:${mtimeNs}:${ctimeNs}`,
      () => 'none',
    ),
  );
  return (await Promise.all(stamps)).join(' ');
}

/** Linux's numbers for file systems whose files others change unseen: NFS, SMB, 9P, FUSE, Ceph, AFS, those of virtual machines. */
const REMOTE = new Set([
  0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x01021997, 0x65735546, 0x00c36400, 0x5346414f, 0x786f4256,
]);

/** Whether a folder lies where the system need not tell of what others write. */
export async function isRemote(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return /^[\\/]{2}/.test(folder);
  if (process.platform !== 'linux') return false;
  const type = await statfs(folder).then(
    (found) => found.type >>> 0,
    () => 0,
  );
  return REMOTE.has(type);
}
