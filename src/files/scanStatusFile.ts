import * as v from 'valibot';
import type { DataDirectory } from './dataDirectory.ts';
import { isObject, parseJson, printJson } from './jsonText.ts';

/** How scans went, for a process that runs none itself, such as `status` on the command line. */
export const SCAN_STATUS_FILE = 'scan_status.json';

/** How many durations the percentiles look back on. */
const KEPT_DURATIONS = 100;

const Moment = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
const Duration = v.pipe(v.number(), v.finite(), v.minValue(0));

const RunLog = v.object({
  /** Epoch seconds; null before the first scan. */
  started_at: Moment,
  finished_at: Moment,
  last_error: v.fallback(v.nullable(v.string()), null),
  run_count: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  /** Milliseconds, latest last. */
  durations_ms: v.fallback(v.array(Duration), []),
});

/** The scans of a home, over all windows and processes. */
export type RunLog = v.InferOutput<typeof RunLog>;

/** One scan that has ended. */
export interface Run {
  /** Epoch seconds. */
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly durationMs: number;
  /** One line for people; null when it went well. */
  readonly error: string | null;
}

/** What is known of former scans; nothing where the file is absent, unreadable or damaged. */
export async function readRunLog(directory: DataDirectory): Promise<RunLog> {
  const bytes = await directory.read(SCAN_STATUS_FILE).catch(() => undefined);
  let stored: unknown;
  try {
    stored = bytes && parseJson(bytes);
  } catch {
    // A log that cannot be read is no reason to trouble anyone: it starts anew.
  }
  return v.parse(RunLog, isObject(stored) ? stored : {});
}

/** Notes a scan that has ended; to be called by the holder of the scan lock. @throws WriteFailed */
export async function appendRun(directory: DataDirectory, run: Run): Promise<void> {
  const before = await readRunLog(directory);
  const log: RunLog = {
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    last_error: run.error,
    run_count: before.run_count + 1,
    durations_ms: [...before.durations_ms, Math.round(run.durationMs * 10) / 10].slice(-KEPT_DURATIONS),
  };
  await directory.write(SCAN_STATUS_FILE, `${printJson(log)}\n`);
}
