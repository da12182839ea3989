import { setTimeout as sleep } from 'node:timers/promises';
import { type FileSystem, isAbsent, nodeFileSystem } from '../system/fileSystem.ts';

/** How long an unreadable file is given to become readable. */
export interface Patience {
  /** It counts as damaged once it has stayed the same for so long, */
  readonly quietMs: number;
  /** or was still changing after so long. */
  readonly limitMs: number;
}

export type SettledRead<T> =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'read';
      readonly value: T;
      readonly bytes: Buffer;
      readonly identity: string | undefined;
    }
  | { readonly kind: 'damaged' };

const PATIENCE: Patience = { quietMs: 400, limitMs: 10_000 };
const PAUSE_MS = 20;

/**
 * Reads a file that another program may be rewriting in place at this moment: what does not parse is read again as
 * long as it changes, and for a short while after, before it is called damaged.
 * @param parse throws when the content is not what it should be
 * @throws Node's error when the file exists but cannot be read
 */
export async function readSettled<T>(
  path: string,
  parse: (bytes: Buffer) => T,
  { fs = nodeFileSystem, patience = PATIENCE }: { fs?: FileSystem; patience?: Patience } = {},
): Promise<SettledRead<T>> {
  const start = performance.now();
  let quietSince = start;
  let lastIdentity: string | undefined;
  for (;;) {
    const identity = await fs.identity(path);
    const bytes = await fs.readFile(path).catch(isAbsent);
    if (bytes === false) return { kind: 'absent' };
    try {
      return { kind: 'read', value: parse(bytes), bytes, identity };
    } catch {
      const now = performance.now();
      if (identity !== lastIdentity) quietSince = now;
      lastIdentity = identity;
      if (now - quietSince >= patience.quietMs || now - start >= patience.limitMs) {
        return { kind: 'damaged' };
      }
      await sleep(PAUSE_MS);
    }
  }
}
