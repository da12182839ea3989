import { availableParallelism } from 'node:os';
import { unknownZone } from '../../calendar/localTime.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { Coordinator } from '../../scanning/coordination/coordinator.ts';
import { damageProblem } from '../../scanning/scan/damage.ts';
import { ScanFailed } from '../../scanning/scanService.ts';
import { inEnglish } from '../../words/problem.ts';
import type { CommonOptions } from './arguments/commonOptions.ts';
import { duration, figure, moment, plural } from './printable.ts';
import type { Terminal } from './terminal.ts';

/** What a command that looks at a history is given. */
export interface CommandContext {
  readonly common: CommonOptions;
  readonly terminal: Terminal;
  /** The Hermes home, profile included. To read it throws an Error when the profile does not exist. */
  readonly home: string;
  readonly workerFile: string | URL;
}

/** The command line has no setting for it: what the extension has by default. */
const TTL_SECONDS = 120;
/** After that it is said that a scan is about to stop. */
const PATIENCE_MS = 1000;

/**
 * Runs `work` with a coordinator for the home, shows its progress, lets Ctrl+C cancel, and ends it whatever happens.
 */
export async function withCoordinator<T>(
  context: CommandContext,
  work: (coordinator: Coordinator) => Promise<T>,
): Promise<T> {
  const { common, terminal, home, workerFile } = context;
  const coordinator = new Coordinator({
    home,
    workerFile,
    historyMode: common.history,
    save: common.save,
    threads: Math.min(2, availableParallelism()),
    ttlSeconds: () => TTL_SECONDS,
    // What goes wrong ends the command with one line of its own; there is no log to keep the rest in.
    onLog: () => undefined,
    onNotice: (problem) => terminal.complain(inEnglish(problem)),
  });
  const zone = unknownZone();
  if (zone !== undefined) terminal.complain(inEnglish(zone));
  let patience: NodeJS.Timeout | undefined;
  const stopListening = terminal.onInterrupt(() => {
    coordinator.cancel();
    patience = setTimeout(() => terminal.complain('Stopping; Ctrl+C again ends at once'), PATIENCE_MS);
  });
  if (terminal.interactive) showProgress(coordinator, terminal);
  try {
    return await work(coordinator);
  } finally {
    clearTimeout(patience);
    stopListening();
    await coordinator.dispose();
  }
}

/**
 * A snapshot to read from: the one on disk while it is fresh, else that of an incremental scan. Where the history cannot
 * be read, the last one serves, and stderr says how old it is and why.
 */
export async function freshSnapshot(context: CommandContext): Promise<Snapshot> {
  const { common, terminal } = context;
  return withCoordinator(context, async (coordinator) => {
    try {
      const scans = coordinator.status().run_count;
      const snapshot = await coordinator.fresh();
      // A scan says so itself.
      const damage = damageProblem(snapshot.scan_meta);
      if (damage !== undefined && coordinator.status().run_count === scans)
        terminal.complain(inEnglish(damage));
      return snapshot;
    } catch (error) {
      const last = coordinator.current;
      const isSameCount = (last?.scan_meta.history_mode ?? 'dashboard') === common.history;
      if (!(error instanceof ScanFailed) || !last || !isSameCount) throw error;
      terminal.complain(`These figures are of ${moment(last.generated_at)}: ${inEnglish(error.problem)}`);
      return last;
    }
  });
}

function showProgress(coordinator: Coordinator, terminal: Terminal): void {
  coordinator.onEvent((event) => {
    if (event.event === 'progress') {
      const share = event.total > 0 ? Math.floor((100 * event.scanned) / event.total) : 100;
      const left = event.remaining_ms === null ? '' : `, ${duration(event.remaining_ms)} left`;
      terminal.progress(`${share}%  ${figure(event.scanned)} of ${plural(event.total, 'session')}${left}`);
    } else if (event.event === 'done' || event.event === 'error') {
      terminal.progress('');
    }
  });
}
