import type { ScanMeta } from '../../files/shared/snapshot.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import { inEnglish, type Problem } from '../../words/problem.ts';
import type { Finding } from '../analysis/finding.ts';
import type { Plan } from '../changes/plan.ts';
import { emptyMeta } from '../publishing/publish.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { ScanProgress } from './progress.ts';
import type { ScanRun } from './request.ts';

/** A partial snapshot of a first scan is published every so many sessions (scan.md). */
const CHUNK_SESSIONS = 250;

/** Keeps a scan's books: what was read, what was reused, how far it is; and tells it. */
export class ScanTally {
  readonly #run: ScanRun;
  readonly #plan: Plan;
  readonly #mode: HistoryMode;
  readonly #voice: ScannerVoice;
  readonly #onChunk: (meta: ScanMeta) => void;
  readonly #progress: ScanProgress;
  readonly #rows: ReadonlyMap<string, number>;
  #sessions = 0;
  #messages = 0;
  #repaired = 0;
  /** Sessions that could not be read. */
  #unreadable = 0;
  /** Why the first of them could not. */
  #firstReason: Problem | undefined;

  constructor(
    run: ScanRun,
    plan: Plan,
    mode: HistoryMode,
    voice: ScannerVoice,
    onChunk: (meta: ScanMeta) => void,
  ) {
    this.#run = run;
    this.#plan = plan;
    this.#mode = mode;
    this.#voice = voice;
    this.#onChunk = onChunk;
    this.#rows = new Map(plan.analyse.map(({ id, rows }) => [id, rows]));
    const rowsToRead = plan.analyse.reduce((sum, { rows }) => sum + rows, 0);
    this.#progress = new ScanProgress(run.id, plan.total, this.#reused, rowsToRead, (event) =>
      voice.emit(event),
    );
  }

  begin(): void {
    this.#voice.emit({
      event: 'metadata',
      scan_id: this.#run.id,
      mode: this.#kind,
      sessions_expected_total: this.#plan.total,
      first_scan: this.#run.first,
    });
  }

  count(finding: Finding): void {
    if (finding.kind === 'analysed') {
      const { id, messagesRead, repaired } = finding.analysis;
      this.#messages += messagesRead;
      this.#repaired += repaired;
      this.#advance(id);
      return;
    }
    if (finding.kind === 'unreadable') this.#passOver(finding.id, finding.reason);
    this.#advance(finding.id);
  }

  /** Why the first of the sessions that could not be read could not; undefined when all could. */
  get unreadableReason(): Problem | undefined {
    return this.#firstReason;
  }

  /** @param sessions how many count now */
  finish(sessions: number): ScanMeta {
    this.#progress.tell();
    if (this.#repaired > 0) this.#voice.log('warn', `${this.#repaired} rows could only be read in part`);
    if (this.#firstReason) {
      const which = `${this.#unreadable} of ${this.#plan.total} sessions could not be read`;
      this.#voice.log('warn', `${which} and keep the figures known of them: ${inEnglish(this.#firstReason)}`);
    }
    return { ...this.#meta(), sessions_total: sessions };
  }

  get #reused(): number {
    return this.#plan.total - this.#plan.analyse.length;
  }

  get #kind(): 'full' | 'incremental' {
    return this.#run.full || this.#reused === 0 ? 'full' : 'incremental';
  }

  /** All rows of the session are skipped, and counted so. */
  #passOver(id: string, reason: Problem): void {
    this.#firstReason ??= reason;
    this.#unreadable++;
    this.#repaired += Math.max(1, this.#rows.get(id) ?? 0);
  }

  #advance(id: string): void {
    this.#sessions++;
    this.#progress.advance(this.#rows.get(id) ?? 0);
    if (this.#run.first && this.#sessions % CHUNK_SESSIONS === 0) {
      this.#onChunk({ ...this.#meta(), mode: 'in_progress' });
    }
  }

  #meta(): ScanMeta {
    return {
      ...emptyMeta(this.#run.id),
      mode: this.#kind,
      sessions_total: this.#plan.total,
      sessions_rescanned: this.#sessions - this.#unreadable,
      sessions_reused: this.#reused,
      sessions_scanned_so_far: this.#progress.scanned,
      sessions_expected_total: this.#plan.total,
      messages_scanned: this.#messages,
      duration_ms: performance.now() - this.#run.startedAt,
      history_mode: this.#mode,
      rows_repaired: this.#repaired,
    };
  }
}
