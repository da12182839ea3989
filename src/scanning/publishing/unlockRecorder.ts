import type { SessionSaving } from '../../archive/tables/sessions.ts';
import type { Step } from '../../archive/unlocks/step.ts';
import type { UnlockChanges, UnlockNews } from '../../badges/unlocks/detect.ts';
import type { UnlockRecords } from '../../badges/unlocks/record.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import type { OwnFiles } from '../scan/ownFiles.ts';
import { UnlockBook } from './unlockBook.ts';

/** What the recording of unlocks gives back to the scan. */
export interface RecordedUnlocks {
  readonly records: UnlockRecords;
  /** What the asker is to announce; for one that announces nothing, what this scan found. */
  readonly news: readonly UnlockNews[];
}

export interface RecordRequest {
  /** Compares the scan's figures with what is remembered. */
  readonly detect: (records: UnlockRecords) => UnlockChanges;
  /** The day on which a badge reached a tier, as far as the history tells. */
  readonly dayOf: (id: string, tier: string | null) => LocalDay | null;
  /** Sessions that go into the same transaction, should one be needed. */
  readonly takePending: () => readonly SessionSaving[];
}

/** Records unlocks where there are new ones; looks into the files only where somebody else has written them. */
export class UnlockRecorder {
  readonly #files: OwnFiles;
  readonly #options: { readonly save: boolean; readonly announce: boolean };
  /** The unlocks as they were when they were last recorded, and what they held if that is certain. */
  #recorded: { readonly identity: string; readonly records: UnlockRecords | undefined } | undefined;

  constructor(files: OwnFiles, options: { readonly save: boolean; readonly announce: boolean }) {
    this.#files = files;
    this.#options = options;
  }

  async record({ detect, dayOf, takePending }: RecordRequest): Promise<RecordedUnlocks> {
    const before = await this.#files.unlocksIdentity();
    const known = before === this.#recorded?.identity ? this.#recorded.records : undefined;
    if (known && detect(known).news.length === 0) return { records: known, news: [] };
    let found: readonly UnlockNews[] = [];
    const detectAndKeep = (records: UnlockRecords): UnlockChanges => {
      const changes = detect(records);
      found = changes.news;
      return changes;
    };
    const book = new UnlockBook(await this.#files.archive());
    const { records, news, setAside, problem } = await book.record(
      await this.#files.directory(),
      detectAndKeep,
      {
        ...this.#options,
        dayOf,
        sessions: takePending(),
      },
    );
    this.#files.wereSetAside(setAside);
    this.#files.saved(problem);
    const identity = await this.#files.unlocksIdentity();
    // Where something was written meanwhile, it may have been the dashboard that wrote last.
    this.#recorded = { identity, records: problem || identity !== before ? undefined : records };
    return { records, news: this.#options.announce ? news : found };
  }

  /**
   * Takes it upon the asker to announce what nobody has announced yet; to be used by the holder of the scan lock.
   * @returns one news a badge, from the tier last announced to the best
   */
  async claimNews(): Promise<readonly UnlockNews[]> {
    const before = await this.#files.unlocksIdentity();
    const book = new UnlockBook(await this.#files.archive());
    const { news, problem } = await book.record(await this.#files.directory(), findingNothing, {
      announce: true,
      save: this.#options.save,
      dayOf: () => null,
      sessions: [],
    });
    this.#files.saved(problem);
    // What was written now is known: the next scan need not look at it.
    if (this.#recorded?.identity === before)
      this.#recorded = { ...this.#recorded, identity: await this.#files.unlocksIdentity() };
    return news;
  }

  /** Nobody else has written unlocks since they were last recorded here. */
  async areUnchanged(): Promise<boolean> {
    return this.#recorded !== undefined && (await this.#files.unlocksIdentity()) === this.#recorded.identity;
  }

  async timeline(): Promise<UnlockNews[]> {
    return new UnlockBook(await this.#files.archiveToRead()).timeline(await this.#files.directory());
  }

  /** Every step that is remembered, in no order. */
  async steps(): Promise<readonly Step[]> {
    return new UnlockBook(await this.#files.archiveToRead()).steps(await this.#files.directory());
  }

  forget(): void {
    this.#recorded = undefined;
  }
}

const findingNothing = (): UnlockChanges => ({ news: [], records: {} });
