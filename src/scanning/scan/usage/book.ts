import type { Archive } from '../../../archive/archive.ts';
import type { UsageReading } from '../../../archive/tables/usage.ts';
import { localDayOf } from '../../../calendar/localDay.ts';
import { inEnglish } from '../../../words/problem.ts';
import type { MaybeUsed } from '../../changes/usage.ts';
import { nowSeconds } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type UsageAnswer, usageOf } from '../../ledger/usageAnswer.ts';
import type { Archives } from '../../ownFiles/archives.ts';
import type { AskedUsage } from '../../questions.ts';
import { ScanCancelled } from '../../worker/cancelFlag.ts';
import { scanProblem } from '../../worker/scanProblem.ts';
import type { ScannerVoice } from '../../worker/voice.ts';
import type { HistoryScan } from '../historyScan.ts';

/** So many sessions are booked in one transaction: no other process waits long to read. */
const BOOKED_AT_ONCE = 2_000;

/** Keeps what is remembered of the usage of sessions up to date, and answers from it. */
export class UsageBook {
  readonly #history: HistoryScan;
  readonly #archives: Archives;
  readonly #voice: ScannerVoice;

  constructor(history: HistoryScan, archives: Archives, voice: ScannerVoice) {
    this.#history = history;
    this.#archives = archives;
    this.#voice = voice;
  }

  /**
   * Reads what was used. No figure of a scan hangs on it: what goes wrong is said in the log, and done the next time.
   * @returns the last part of it, which is still to be booked
   */
  async read(maybeUsed: MaybeUsed): Promise<readonly UsageReading[]> {
    const archive = await this.#archives.current();
    if (archive.memos().usage === undefined) this.#history.usage.startOver();
    const readings: UsageReading[] = [];
    try {
      const uses = await this.#history.usage.read(maybeUsed, () => archive.usage.marks());
      const at = nowSeconds();
      for (const use of uses) readings.push({ use, at });
    } catch (error) {
      if (!(error instanceof ScanCancelled))
        this.#voice.log('warn', `What was used could not be read: ${inEnglish(scanProblem(error))}`);
    }
    while (readings.length > BOOKED_AT_ONCE) archive.save({ usage: readings.splice(0, BOOKED_AT_ONCE) });
    return readings;
  }

  /** What was used, of what is remembered; nothing is read for it. @param ledger of every session */
  answer(question: AskedUsage, archive: Archive, ledger: Ledger): UsageAnswer {
    return {
      ...usageOf(question, archive.usage, ledger, localDayOf(nowSeconds())),
      seenSince: archive.memos().usage ?? null,
      hasAccount: this.#history.usage.hasAccount,
    };
  }
}
