import { DataDirectory } from '../../../files/dataDirectory.ts';
import { readRunLog } from '../../../files/scanStatusFile.ts';
import { percentile } from '../../../scanning/durations.ts';
import { ageSeconds } from '../../../scanning/freshness.ts';
import { readPublished } from '../../../scanning/published.ts';
import type { CommandContext } from '../engine.ts';
import { duration, figure, moment } from '../printable.ts';

/** `status`: what is known of former scans and of the snapshot; starts nothing, creates nothing. */
export async function statusCommand({ terminal, common, home }: CommandContext): Promise<void> {
  const log = await readRunLog(await DataDirectory.locate(home));
  const snapshot = await readPublished(home);
  const age = snapshot && ageSeconds(snapshot, Date.now() / 1000);
  const status = {
    home,
    state: log.last_error !== null ? 'FAILED' : age !== undefined && age <= FRESH_SECONDS ? 'FRESH' : 'STALE',
    snapshot_age_s: age !== undefined && Number.isFinite(age) ? age : null,
    unlocked_count: snapshot?.unlocked_count ?? null,
    total_count: snapshot?.total_count ?? null,
    started_at: log.started_at,
    finished_at: log.finished_at,
    last_error: log.last_error,
    last_duration_ms: log.durations_ms.at(-1) ?? null,
    run_count: log.run_count,
    duration_p50_ms: percentile(log.durations_ms, 0.5),
    duration_p95_ms: percentile(log.durations_ms, 0.95),
  };
  if (common.json) return terminal.print(JSON.stringify(status));
  const line = (label: string, value: string | null): string => `${label.padEnd(14)}${value ?? 'none yet'}`;
  const optional = <T>(value: T | null, print: (value: T) => string): string | null =>
    value === null ? null : print(value);
  terminal.print(
    [
      line('Home', home),
      line('State', status.state),
      line('Unlocked', snapshot ? `${snapshot.unlocked_count} of ${snapshot.total_count}` : null),
      line(
        'Figures from',
        optional(status.snapshot_age_s, (age) => `${duration(age * 1000)} ago`),
      ),
      line('Last scan', optional(status.finished_at, moment)),
      line('It took', optional(status.last_duration_ms, duration)),
      line(
        'Median, p95',
        optional(
          status.duration_p50_ms,
          (p50) => `${duration(p50)}, ${duration(status.duration_p95_ms ?? p50)}`,
        ),
      ),
      line('Scans', figure(status.run_count)),
      line('Last error', status.last_error ?? 'none'),
    ].join('\n'),
  );
}

/** As everywhere by default. */
const FRESH_SECONDS = 120;
