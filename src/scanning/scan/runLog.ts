import type { Run } from '../../archive/tables/runs.ts';
import type { UsageReading } from '../../archive/tables/usage.ts';
import type { ScanMeta } from '../../files/shared/snapshot.ts';
import { nowSeconds } from '../clock.ts';
import type { Memory } from '../ledger/memory.ts';
import type { OwnFiles } from '../ownFiles/ownFiles.ts';

/** When a scan began: epoch seconds, and on the clock that never jumps, milliseconds. */
export interface Begun {
  readonly requestedAt: number;
  readonly startedAt: number;
}

/** Notes how each scan went, for `status`. */
export class RunLog {
  readonly #files: OwnFiles;
  readonly #memory: Memory;
  #endsWithFailure = false;

  constructor(files: OwnFiles, memory: Memory) {
    this.#files = files;
    this.#memory = memory;
  }

  get endsWithFailure(): boolean {
    return this.#endsWithFailure;
  }

  /**
   * Together with what is still to be written, unless there is no place of ours: a failure makes none.
   * @param usage what was read of it
   */
  async note(
    { requestedAt, startedAt }: Begun,
    error: string | null,
    meta: ScanMeta | null = null,
    usage: readonly UsageReading[] = [],
  ): Promise<void> {
    const durationMs = performance.now() - startedAt;
    this.#endsWithFailure = error !== null;
    if (!(await this.#files.place.isInUse())) {
      if (usage.length > 0) (await this.#files.archives.current()).save({ usage });
      return;
    }
    const run = { startedAt: requestedAt, finishedAt: nowSeconds(), durationMs, error, ...workIn(meta) };
    const archive = await this.#files.archives.current();
    const unsaved = archive.save({ sessions: this.#memory.takePending(), runs: [run], usage });
    this.#files.warning.tell(unsaved?.problem);
  }
}

function workIn(meta: ScanMeta | null): Pick<Run, 'mode' | 'sessions' | 'rescanned' | 'messages'> {
  if (!meta) return { mode: null, sessions: null, rescanned: null, messages: null };
  const { mode, sessions_total: sessions, sessions_rescanned: rescanned, messages_scanned: messages } = meta;
  return { mode: mode === 'full' ? 'full' : 'incremental', sessions, rescanned, messages };
}
