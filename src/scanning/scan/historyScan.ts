import type { SessionRecord } from '../../archive/session/record.ts';
import type { ScanMeta } from '../../files/shared/snapshot.ts';
import { assertKeptInFile } from '../../hermes/home/configuration.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../hermes/sqlite/databaseError.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { problem } from '../../words/problem.ts';
import { examineInARow, type Finding } from '../analysis/finding.ts';
import type { Assignment } from '../analysis/threads/assignment.ts';
import { analyseAll } from '../analysis/threads/division.ts';
import { AnalystThread } from '../analysis/threads/secondThread.ts';
import { HistoryFile } from '../changes/historyFile.ts';
import { makePlan, type Plan } from '../changes/plan.ts';
import { KnownSessions } from '../ledger/known.ts';
import { type Counting, dashboardOf, type Ledger } from '../ledger/ledger.ts';
import type { Memory } from '../ledger/memory.ts';
import { CancelFlag } from '../worker/cancelFlag.ts';
import type { ScanWorkerOptions } from '../worker/protocol.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { DamageReport } from './damage.ts';
import type { ScannedHistory, ScanRun } from './request.ts';
import { isChanged, restarting } from './restarts.ts';
import { ScanTally } from './tally.ts';
import { Unsettled } from './unsettled.ts';
import { UsageReader } from './usage/reader.ts';

/** A file of this size holds enough rows for a second thread, which is started before they are counted. */
const BYTES_WORTH_A_THREAD = 32 * 1024 * 1024;

/** The generation of the dashboard whose figures depend on which rows were compacted away. */
const COUNTS_COMPACTED = 2;

/**
 * Keeps a ledger up to date with the history: finds what changed, keeps what still holds, analyses the rest. What was
 * analysed before a scan was stopped is not analysed again.
 */
export class HistoryScan {
  readonly #options: ScanWorkerOptions;
  readonly #voice: ScannerVoice;
  readonly #memory: Memory;
  readonly #cancel: CancelFlag;
  readonly #history: HistoryFile;
  /** Reads what sessions used, once they were scanned. */
  readonly usage: UsageReader;
  readonly #unsettled = new Unsettled();
  readonly #known: KnownSessions;
  readonly #damage: DamageReport;

  constructor(options: ScanWorkerOptions, driver: SqliteDriver, memory: Memory, voice: ScannerVoice) {
    this.#options = options;
    this.#voice = voice;
    this.#memory = memory;
    this.#known = new KnownSessions(memory);
    this.#damage = new DamageReport(voice);
    this.#cancel = new CancelFlag(options.cancelMemory);
    this.#history = new HistoryFile(options.home, driver, () => this.#cancel.throwIfRaised());
    this.usage = new UsageReader(this.#history, this.#cancel);
  }

  /** Nothing was written since the last scan; costs microseconds. */
  isUnchanged(): boolean {
    try {
      return this.#history.isUnchanged();
    } catch {
      return false; // the scan that follows finds out why
    }
  }

  /** @throws HermesDatabaseError when there is nothing that could be read */
  async assertReadable(): Promise<void> {
    await assertKeptInFile(this.#options.home);
    try {
      this.#history.open();
    } catch (error) {
      if (!isChanged(error)) throw error; // what changes at this moment can be read at the next
    } finally {
      this.#history.rest(); // it may take long until it is our turn
    }
  }

  /**
   * Leaves the history open, for what is read of it when the figures are out, until `rest`.
   * @param onChunk called now and then with what is known so far
   * @throws HermesDatabaseError, ScanCancelled
   */
  async run(
    run: ScanRun,
    counting: Counting,
    onChunk: (ledger: Ledger, meta: ScanMeta) => void,
  ): Promise<ScannedHistory> {
    return restarting(
      () => this.#attempt(run, counting, onChunk),
      () => {
        this.#history.close();
        this.#cancel.throwIfRaised();
      },
    );
  }

  /** What is known of a session, if a scan has looked for it already. */
  known(id: string): SessionRecord | undefined {
    return this.#known.get(id);
  }

  /** What is known of every session, once a scan has looked for it. */
  get ledger(): Ledger | undefined {
    return this.#known.ledger;
  }

  /** Lets go of the history, until the next scan. */
  rest(): void {
    this.#history.rest();
  }

  /** Knows nothing any more, and looks at everything anew the next time. */
  forget(): void {
    this.usage.startOver();
    this.#known.forget();
    this.#history.forget();
  }

  close(): void {
    this.#history.close();
  }

  async #attempt(
    run: ScanRun,
    counting: Counting,
    onChunk: (ledger: Ledger, meta: ScanMeta) => void,
  ): Promise<ScannedHistory> {
    const ledger = await this.#knownLedger(counting);
    const second = AnalystThread.where(this.#options, dashboardOf(counting));
    try {
      const knowsNothing = ledger.size === 0;
      if ((run.full || knowsNothing) && this.#history.bytes() >= BYTES_WORTH_A_THREAD) second?.start();
      return await this.#scanInto(ledger, run, second, onChunk);
    } catch (error) {
      this.#history.rest();
      throw error;
    } finally {
      await second?.end();
    }
  }

  async #scanInto(
    ledger: Ledger,
    run: ScanRun,
    second: AnalystThread | undefined,
    onChunk: (ledger: Ledger, meta: ScanMeta) => void,
  ): Promise<ScannedHistory> {
    const { database, changes, settle } = this.#history.look({
      all: run.full,
      unsettled: this.#unsettled.begin(),
      compacted: dashboardOf(ledger.counting) === COUNTS_COMPACTED,
    });
    const plan = makePlan({
      changes,
      counting: ledger.counting,
      full: run.full,
      known: (id) => ledger.get(id),
      present: ledger.present(),
      bookmark: (id) => this.#memory.bookmark(id),
    });
    this.#unsettled.planned(plan.analyse.map(({ id }) => id));
    this.#apply(plan);
    const tally = new ScanTally(run, plan, ledger.counting.mode, this.#voice, (meta) =>
      onChunk(ledger, meta),
    );
    tally.begin();
    const isStill = () => database.isAt(changes.dataVersion);
    second?.shareSightings(isStill);
    await this.#analyse(database, plan, ledger, run, tally, second);
    const wasStill = isStill();
    const damage = this.#damage.of(this.#unsettled.unreadable, database.avoidsAnIndex);
    return {
      ledger,
      meta: { ...tally.finish(ledger.countedSessions), ...damage },
      settle: () => {
        settle();
        this.#unsettled.settle(wasStill);
      },
      maybeUsed: {
        used: changes.used,
        changed: [...plan.analyse.map(({ id }) => id), ...plan.refresh.map(({ id }) => id)],
      },
    };
  }

  /** What is remembered, with what others have written meanwhile. */
  async #knownLedger(counting: Counting): Promise<Ledger> {
    if (!this.#known.countsAs(counting)) this.#history.forget();
    const { ledger, taken } = await this.#known.bring(counting);
    for (const id of taken) this.#unsettled.analysed(id, false);
    // Where everything was brought anew, what sessions used may be known as it was at another time.
    if (taken.length > 0 && taken.length >= ledger.size) this.usage.startOver();
    return ledger;
  }

  #apply(plan: Plan): void {
    for (const record of plan.refresh) this.#known.keep(record);
    for (const id of plan.gone) this.#known.gone(id);
  }

  async #analyse(
    database: SessionDatabase,
    plan: Plan,
    ledger: Ledger,
    { full }: ScanRun,
    tally: ScanTally,
    second: AnalystThread | undefined,
  ): Promise<void> {
    const sink = {
      found: (finding: Finding): void => {
        this.#enter(finding, full);
        tally.count(finding);
      },
      helperLost: (reason: string): void =>
        this.#voice.log('warn', `The scan goes on in one thread: ${reason}`),
      breathe: () => this.#memory.commitWhileScanning(),
    };
    const examine = (assignments: Iterable<Assignment>): Finding[] =>
      examineInARow(database, assignments, dashboardOf(ledger.counting), this.#cancel);
    try {
      await analyseAll(plan.analyse, examine, sink, second);
    } catch (error) {
      await this.#memory.commit();
      throw error;
    }
    const { unreadableReason } = tally;
    if (unreadableReason !== undefined && ledger.countedSessions === 0) {
      throw new HermesDatabaseError('corrupt', unreadableReason);
    }
    // A file that was put in its place meanwhile would be known only by the next scan, and half by this one.
    if (!database.isSameFile()) throw new HermesDatabaseError('changed', problem('database.replaced'));
  }

  #enter(finding: Finding, full: boolean): void {
    const id = finding.kind === 'analysed' ? finding.analysis.id : finding.id;
    this.#unsettled.tried(id, finding.kind !== 'unreadable');
    if (finding.kind === 'vanished') this.#known.gone(id);
    if (finding.kind !== 'analysed') return; // of one that cannot be read, what was known stays
    const { record, bookmark, asSeen } = finding.analysis;
    this.#known.counted(record, full, bookmark);
    this.#unsettled.analysed(record.id, asSeen);
  }
}
