import type { Archive } from '../../archive/archive.ts';
import type { SessionSaving } from '../../archive/tables/sessions.ts';
import { UnlockHistory } from '../../archive/unlocks/history.ts';
import { type Step, stepKey } from '../../archive/unlocks/step.ts';
import type { UnlockChanges, UnlockNews } from '../../badges/unlocks/detect.ts';
import type { UnlockRecords } from '../../badges/unlocks/record.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import type { DataDirectory } from '../../files/dataDirectory.ts';
import { mergeIntoState, readState, type StateOptions } from '../../files/shared/unlockState.ts';
import { reasonOf, WriteFailed } from '../../files/system/atomicFile.ts';
import { errorCode } from '../../files/system/fileSystem.ts';
import { ProblemError, problem, problemOf } from '../../words/problem.ts';

export interface RecordOptions extends StateOptions {
  /** Take it upon the caller to announce what nobody has announced; without it that is left to somebody else. */
  readonly announce: boolean;
  /** False: nothing is written, everything is remembered here. */
  readonly save: boolean;
  /** The day on which a badge reached a tier, as far as the history tells. */
  readonly dayOf: (id: string, tier: string | null) => LocalDay | null;
  /** What is to be remembered in the same transaction. */
  readonly sessions: readonly SessionSaving[];
}

export interface Recorded {
  /** Everything remembered from now on. */
  readonly records: UnlockRecords;
  /** What the caller is to announce. */
  readonly news: readonly UnlockNews[];
  /** Damaged files that were set aside, by their new names: the user should be told. */
  readonly setAside: readonly string[];
  /** Why the records could not be stored; they are remembered here until they can be. */
  readonly problem: ProblemError | null;
}

/**
 * Remembers unlocks, in two places that mend each other: `state.json`, which the dashboard shares, and the steps of the
 * archive. To be used by the holder of the scan lock, or without saving.
 */
export class UnlockBook {
  readonly #archive: Archive;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** Every unlock and tier-up, earliest first; nothing is written. */
  async timeline(directory: DataDirectory, options: StateOptions = {}): Promise<UnlockNews[]> {
    return (await this.#read(directory, options)).history.timeline();
  }

  /** Every step that is remembered, in no order; nothing is written. */
  async steps(directory: DataDirectory, options: StateOptions = {}): Promise<readonly Step[]> {
    return (await this.#read(directory, options)).history.steps;
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
    for (const { id, kind, to_tier: tier, at } of news) {
      const evidence = kind === 'unlock' ? (records[id]?.evidence ?? null) : null;
      history.add({ id, tier, at, day: options.dayOf(id, tier), evidence, announced: false });
    }
    // What cannot be marked as announced would be announced again and again.
    const toAnnounce = options.announce && this.#archive.problem?.code !== 'newer' ? history.claimNews() : [];
    const unstored = this.#archive.save({ sessions: options.sessions, steps: newSteps(history, stored) });
    const outcome =
      options.save && !problem ? await mergeUnlocks(directory, history, options) : { setAside: [], problem };
    return {
      records: Object.fromEntries(history.records()),
      news: toAnnounce,
      setAside: outcome.setAside,
      problem: outcome.problem ?? (options.save ? unstored : null),
    };
  }

  /** What cannot be read, for want of permission say, must not be written over: it is a problem, not an absence. */
  async #read(directory: DataDirectory, options: StateOptions): Promise<Reading> {
    const stored = this.#archive.steps();
    const history = new UnlockHistory(stored);
    try {
      const state = await readState(directory, options);
      history.addState(state.entries);
      return { history, stored, problem: null };
    } catch (error) {
      const unread = problem('unlocks.unreadable', reasonOf(error));
      return { history, stored, problem: new ProblemError(unread, { cause: error }) };
    }
  }
}

interface Reading {
  readonly history: UnlockHistory;
  readonly stored: readonly Step[];
  readonly problem: ProblemError | null;
}

function newSteps(history: UnlockHistory, stored: readonly Step[]): Step[] {
  const known = new Map(stored.map((step) => [stepKey(step), step]));
  return history.steps.filter((step) => known.get(stepKey(step)) !== step);
}

async function mergeUnlocks(
  directory: DataDirectory,
  history: UnlockHistory,
  options: StateOptions,
): Promise<{ setAside: readonly string[]; problem: ProblemError | null }> {
  const setAside: string[] = [];
  try {
    await mergeIntoState(directory, new Map(history.records()), {
      ...options,
      onSetAside: (name) => setAside.push(name),
    });
    return { setAside, problem: null };
  } catch (error) {
    if (error instanceof WriteFailed) return { setAside, problem: error };
    if (errorCode(error) === undefined) throw error;
    return { setAside, problem: new ProblemError(problemOf(error), { cause: error }) };
  }
}
