import type { SessionSaving } from '../../archive/tables/sessions.ts';
import type { Step } from '../../archive/unlocks/step.ts';
import type { UnlockChanges, UnlockNews } from '../../badges/unlocks/detect.ts';
import type { UnlockRecords } from '../../badges/unlocks/record.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import { STATE_FILE } from '../../files/shared/unlockState.ts';
import { problem } from '../../words/problem.ts';
import type { OwnFiles } from '../ownFiles/ownFiles.ts';
import { identityOf } from '../ownFiles/place.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { UnlockBook } from './unlockBook.ts';

/** What the recording of unlocks gives back to the scan. */
export interface RecordedUnlocks {
  readonly records: UnlockRecords;
  /** What this scan found; to be announced by whoever claims it. */
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
  readonly #voice: ScannerVoice;
  /** The unlocks as they were when they were last recorded, and what they held if that is certain. */
  #recorded: { readonly identity: string; readonly records: UnlockRecords | undefined } | undefined;

  constructor(files: OwnFiles, voice: ScannerVoice) {
    this.#files = files;
    this.#voice = voice;
  }

  async record({ detect, dayOf, takePending }: RecordRequest): Promise<RecordedUnlocks> {
    const before = await this.#identity();
    const known = before === this.#recorded?.identity ? this.#recorded.records : undefined;
    if (known && detect(known).news.length === 0) return { records: known, news: [] };
    let found: readonly UnlockNews[] = [];
    const detectAndKeep = (records: UnlockRecords): UnlockChanges => {
      const changes = detect(records);
      found = changes.news;
      return changes;
    };
    const book = new UnlockBook(await this.#files.archives.current());
    const directory = await this.#files.place.directory();
    const recorded = await book.record(directory, detectAndKeep, {
      announce: false,
      save: this.#files.place.mayWrite,
      dayOf,
      sessions: takePending(),
    });
    const { records, setAside, problem: unsaved } = recorded;
    for (const name of setAside) this.#voice.notice(problem('unlocks.setAside', name));
    this.#files.warning.tell(unsaved?.problem);
    const identity = await this.#identity();
    // Where something was written meanwhile, it may have been the dashboard that wrote last.
    this.#recorded = { identity, records: unsaved || identity !== before ? undefined : records };
    return { records, news: found };
  }

  /**
   * Takes it upon the asker to announce what nobody has announced yet; to be used by the holder of the scan lock.
   * @returns one news a badge, from the tier last announced to the best
   */
  async claimNews(): Promise<readonly UnlockNews[]> {
    const before = await this.#identity();
    const book = new UnlockBook(await this.#files.archives.current());
    const directory = await this.#files.place.directory();
    const { news, problem: unsaved } = await book.record(directory, findingNothing, {
      announce: true,
      save: this.#files.place.mayWrite,
      dayOf: () => null,
      sessions: [],
    });
    this.#files.warning.tell(unsaved?.problem);
    // What was written now is known: the next scan need not look at it.
    if (this.#recorded?.identity === before)
      this.#recorded = { ...this.#recorded, identity: await this.#identity() };
    return news;
  }

  /** Nobody else has written unlocks since they were last recorded here. */
  async areUnchanged(): Promise<boolean> {
    return this.#recorded !== undefined && (await this.#identity()) === this.#recorded.identity;
  }

  async timeline(): Promise<UnlockNews[]> {
    return new UnlockBook(await this.#files.archives.toRead()).timeline(await this.#files.place.directory());
  }

  /** Every step that is remembered, in no order. */
  async steps(): Promise<readonly Step[]> {
    return new UnlockBook(await this.#files.archives.toRead()).steps(await this.#files.place.directory());
  }

  forget(): void {
    this.#recorded = undefined;
  }

  /** Differs once anybody has written unlocks: the dashboard, another window, a command line. */
  async #identity(): Promise<string> {
    const directory = await this.#files.place.directory();
    const archive = await this.#files.archives.current();
    const state = await identityOf(directory, await directory.find(STATE_FILE));
    return `${state} ${archive.version}`;
  }
}

const findingNothing = (): UnlockChanges => ({ news: [], records: {} });
