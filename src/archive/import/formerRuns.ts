import * as v from 'valibot';
import type { DataDirectory } from '../../files/dataDirectory.ts';
import { readSettled } from '../../files/shared/settledFile.ts';
import { parseJson } from '../../files/system/jsonText.ts';
import type { StoredRun } from '../tables/runs.ts';

/** How the scans of 0.1.0 went. */
const FORMER_RUNS_FILE = 'scan_status.json';

const PATIENCE = { quietMs: 0, limitMs: 0 };

const Moment = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
const RunLog = v.object({
  started_at: Moment,
  finished_at: Moment,
  last_error: v.fallback(v.nullable(v.string()), null),
  run_count: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  durations_ms: v.fallback(v.array(v.pipe(v.number(), v.finite(), v.minValue(0))), []),
});

/**
 * The runs whose durations 0.1.0 kept, under their numbers. Only of the last it kept when it was and how it ended.
 * @throws Node's error when the file exists but cannot be read
 */
export async function formerRuns(directory: DataDirectory): Promise<StoredRun[]> {
  const path = await directory.find(FORMER_RUNS_FILE);
  const found = await readSettled(path, parseJson, { fs: directory.fs, patience: PATIENCE });
  const log = v.safeParse(RunLog, found.kind === 'read' ? found.value : undefined);
  if (!log.success) return [];
  const { started_at, finished_at, last_error, run_count, durations_ms } = log.output;
  const unnumbered = Math.max(0, run_count - durations_ms.length);
  return durations_ms.map((durationMs, index) => {
    const isLast = index === durations_ms.length - 1;
    return {
      number: unnumbered + index + 1,
      startedAt: isLast ? started_at : null,
      finishedAt: isLast ? finished_at : null,
      durationMs,
      mode: null,
      sessions: null,
      rescanned: null,
      messages: null,
      error: isLast ? last_error : null,
    };
  });
}
