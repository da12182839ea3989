import type { UnlockRecord, UnlockRecords } from '../badges/unlockRecord.ts';
import type { UnlockChanges, UnlockNews } from '../badges/unlocks.ts';
import { reasonOf, WriteFailed } from './atomicFile.ts';
import type { DataDirectory } from './dataDirectory.ts';
import { errorCode } from './fileSystem.ts';
import { UnlockHistory } from './unlockHistory.ts';
import { readHistory, type StoredHistory, setHistoryAside, writeHistory } from './unlockHistoryFile.ts';
import { mergeIntoState, readState, type StateEntries, type StateOptions } from './unlockState.ts';

export interface RecordOptions extends StateOptions {
  /** Take it upon the caller to announce what nobody has announced; without it that is left to somebody else. */
  readonly announce: boolean;
  /** False: nothing is written, everything is remembered here. */
  readonly save: boolean;
}

export interface Recorded {
  /** Everything remembered from now on. */
  readonly records: UnlockRecords;
  /** What the caller is to announce. */
  readonly news: readonly UnlockNews[];
  /** Damaged files that were set aside, by their new names: the user should be told. */
  readonly setAside: readonly string[];
  /** Why the records could not be stored; they are remembered here until they can be. */
  readonly problem: Error | null;
}

/**
 * Remembers unlocks, in two files that mend each other: `state.json`, which the dashboard shares, and a history of our
 * own. To be used by the holder of the scan lock, or without saving.
 */
export class UnlockBook {
  /** What could not be stored so far. Once it is, the files alone count, so that a reset elsewhere counts here. */
  #unsaved = new UnlockHistory();

  /** What is remembered, without writing anything. */
  async records(directory: DataDirectory, options: StateOptions = {}): Promise<UnlockRecords> {
    const { history } = await this.#read(directory, options);
    return Object.fromEntries(history.records());
  }

  /** Every unlock and tier-up, earliest first. */
  async timeline(directory: DataDirectory, options: StateOptions = {}): Promise<UnlockNews[]> {
    return (await this.#read(directory, options)).history.timeline();
  }

  /**
   * Remembers what a finished scan found.
   * @param detect compares the scan's figures with what is remembered; called once
   */
  async record(
    directory: DataDirectory,
    detect: (records: UnlockRecords) => UnlockChanges,
    options: RecordOptions,
  ): Promise<Recorded> {
    const { history, stored, problem } = await this.#read(directory, options);
    const { news, records } = detect(Object.fromEntries(history.records()));
    for (const step of news) {
      const evidence = step.kind === 'unlock' ? (records[step.id]?.evidence ?? null) : null;
      history.add({ id: step.id, tier: step.to_tier, at: step.at, evidence, announced: false });
    }
    // What a newer version keeps could not be marked as announced, and would be announced again and again.
    const toAnnounce = options.announce && !stored.newer ? history.claimNews() : [];
    const outcome =
      options.save && !problem
        ? await this.#save(directory, history, stored, options)
        : { ...unsaved, problem };
    this.#unsaved = outcome.isSaved ? new UnlockHistory() : history;
    return {
      records: Object.fromEntries(history.records()),
      news: toAnnounce,
      setAside: outcome.setAside,
      problem: outcome.problem,
    };
  }

  /** Forgets what is remembered only here. */
  forget(): void {
    this.#unsaved = new UnlockHistory();
  }

  /** What cannot be read, for want of permission say, must not be written over: it is a problem, not an absence. */
  async #read(directory: DataDirectory, options: StateOptions): Promise<Reading> {
    try {
      const stored = await readHistory(directory);
      const state = await readState(directory, options);
      const history = new UnlockHistory([...stored.history.steps, ...this.#unsaved.steps]);
      history.addState(state.entries);
      return { history, stored, problem: null };
    } catch (error) {
      const problem = new Error(`The unlocks could not be read: ${reasonOf(error)}`, { cause: error });
      const nothing = { history: new UnlockHistory(), damaged: false, newer: false };
      return { history: new UnlockHistory(this.#unsaved.steps), stored: nothing, problem };
    }
  }

  async #save(
    directory: DataDirectory,
    history: UnlockHistory,
    stored: StoredHistory,
    options: StateOptions,
  ): Promise<SaveOutcome> {
    const setAside: string[] = [];
    try {
      if (stored.damaged) setAside.push(await setHistoryAside(directory));
      // The history goes first: whatever happens to `state.json` can then be restored from it.
      if (!stored.newer && !isSame(history, stored.history)) await writeHistory(directory, history);
      await mergeIntoState(directory, stateEntries(history.records()), {
        ...options,
        onSetAside: (name) => setAside.push(name),
      });
      return { isSaved: true, setAside, problem: null };
    } catch (error) {
      if (errorCode(error) === undefined && !(error instanceof WriteFailed)) throw error;
      return { isSaved: false, setAside, problem: error as Error };
    }
  }
}

interface Reading {
  readonly history: UnlockHistory;
  readonly stored: StoredHistory;
  readonly problem: Error | null;
}

interface SaveOutcome {
  readonly isSaved: boolean;
  readonly setAside: readonly string[];
  readonly problem: Error | null;
}

const unsaved: SaveOutcome = { isSaved: false, setAside: [], problem: null };

function isSame(a: UnlockHistory, b: UnlockHistory): boolean {
  return JSON.stringify(a.steps) === JSON.stringify(b.steps);
}

function stateEntries(records: ReadonlyMap<string, UnlockRecord>): StateEntries {
  return new Map(records);
}
