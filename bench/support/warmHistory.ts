import { dayOfIso, type LocalDay } from '../../src/calendar/isoDay.ts';
import type { Coordinator } from '../../src/scanning/coordination/coordinator.ts';
import type { Question } from '../../src/scanning/questions.ts';
import { Hermes } from './hermes.ts';
import type { History } from './histories.ts';
import { openCoordinator } from './openCoordinator.ts';
import { median, repeat } from './statistics.ts';
import { timeScan } from './timeScan.ts';
import { WorkingHome } from './workingHome.ts';

/** First answers are slower: nothing is compiled yet. */
const WARM_UP = 10;

/** A history that was scanned, with Hermes and a window that have it open, as on a working day. */
export class WarmHistory {
  readonly hermes: Hermes;
  readonly #home: WorkingHome;
  readonly #coordinator: Coordinator;

  private constructor(home: WorkingHome, hermes: Hermes, coordinator: Coordinator) {
    this.#home = home;
    this.hermes = hermes;
    this.#coordinator = coordinator;
  }

  static async open(history: History, workerFile: string): Promise<WarmHistory> {
    const home = WorkingHome.toWrite(history);
    const hermes = new Hermes(home.path);
    const coordinator = openCoordinator({ home: home.path, workerFile, threads: 1 });
    await coordinator.rescan({ full: false });
    return new WarmHistory(home, hermes, coordinator);
  }

  get home(): string {
    return this.#home.path;
  }

  /** Milliseconds to the snapshot when nothing was written; the median. */
  async unchanged(times: number): Promise<number> {
    await repeat(WARM_UP, () => timeScan(this.#coordinator));
    return median((await repeat(times, () => timeScan(this.#coordinator))).map(({ ms }) => ms));
  }

  /** Milliseconds to the snapshot after a message was appended to a session; the median. */
  async appended(sessionId: string, times: number): Promise<number> {
    const once = async (): Promise<number> => {
      this.hermes.appendMessage(sessionId);
      const { ms, snapshot } = await timeScan(this.#coordinator);
      if (snapshot.scan_meta.sessions_rescanned !== 1) throw new Error('Not one session was analysed');
      return ms;
    };
    await repeat(WARM_UP, once);
    return median(await repeat(times, once));
  }

  /** Milliseconds to the answer of a question; the median. */
  async answered(question: Question, times: number): Promise<number> {
    const once = async (): Promise<number> => {
      const startedAt = performance.now();
      await this.#coordinator.ask(question);
      return performance.now() - startedAt;
    };
    await repeat(WARM_UP, once);
    return median(await repeat(times, once));
  }

  /** The last day of it on which anything happened. */
  lastDay(): LocalDay {
    return dayOfIso(this.#coordinator.current!.days.at(-1)!.day)!;
  }

  async close(): Promise<void> {
    await this.#coordinator.dispose();
    this.hermes.close();
    this.#home.remove();
  }
}
