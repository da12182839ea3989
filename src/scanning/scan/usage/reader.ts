import type { SessionUse } from '../../../hermes/usage/use.ts';
import type { HistoryFile } from '../../changes/historyFile.ts';
import { type MaybeUsed, sessionsToRead } from '../../changes/usage.ts';
import type { CancelFlag } from '../../worker/cancelFlag.ts';
import { restarting } from '../restarts.ts';

/** Reads what sessions used, after a scan, when nobody waits for it any more. */
export class UsageReader {
  readonly #history: HistoryFile;
  readonly #cancel: CancelFlag;
  /** It was read as the look before the last one saw it: only what has changed since is to be read. */
  #isUpToDate = false;
  #hasAccount: boolean | null = null;

  constructor(history: HistoryFile, cancel: CancelFlag) {
    this.#history = history;
    this.#cancel = cancel;
  }

  /** Hermes keeps account of auxiliary models; null before that was looked at. */
  get hasAccount(): boolean | null {
    return this.#hasAccount;
  }

  /** Everything is to be compared the next time: what is remembered may be of any time. */
  startOver(): void {
    this.#isUpToDate = false;
  }

  /**
   * What may have changed since this was last called.
   * @param marks of what was last read of each session; asked for where the history does not tell what has changed
   * @throws HermesDatabaseError, ScanCancelled; everything is compared the next time then
   */
  async read(maybeUsed: MaybeUsed, marks: () => ReadonlyMap<string, number>): Promise<SessionUse[]> {
    const used = this.#isUpToDate ? maybeUsed.used : null;
    this.#isUpToDate = false;
    const uses = await restarting(
      async () => this.#attempt({ ...maybeUsed, used }, marks),
      () => {
        this.#history.close();
        this.#cancel.throwIfRaised();
      },
    );
    this.#isUpToDate = true;
    return uses;
  }

  #attempt(maybeUsed: MaybeUsed, marks: () => ReadonlyMap<string, number>): SessionUse[] {
    const { database } = this.#history.open();
    this.#hasAccount = database.usage.haveAccount;
    return database.inOneTransaction(() => [
      ...database.usage.of(sessionsToRead(database, maybeUsed, marks)),
    ]);
  }
}
