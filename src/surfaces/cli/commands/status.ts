import { percentile } from '../../../scanning/coordination/durations.ts';
import { ageSeconds } from '../../../scanning/coordination/freshness.ts';
import { readPublished } from '../../../scanning/coordination/published.ts';
import type { Remembered } from '../../../scanning/questions.ts';
import { damageProblem } from '../../../scanning/scan/damage.ts';
import { assertHomeInUse, lookBack } from '../../../scanning/scan/remembered.ts';
import { inEnglish } from '../../../words/problem.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { wrap } from '../cells.ts';
import type { CommandContext } from '../engine.ts';
import { ago, duration, figure, moment, plural, printable } from '../printable.ts';

/** `status`: what is known of former scans and of the snapshot; starts nothing, creates nothing. */
export const command = defineCommand({
  details: 'It also tells how many sessions are remembered. It starts nothing and creates nothing.',
  takes: {},
  example: ['status'],
  run: (_, context) => tellStatus(context),
});

async function tellStatus({ terminal, common, home }: CommandContext): Promise<void> {
  await assertHomeInUse(home);
  const { runs, remembered, problem } = await lookBack(home);
  const unreadable = problem && inEnglish(problem);
  const last = runs.last.at(-1);
  const durations = runs.last.filter(({ error }) => error === null).map(({ durationMs }) => durationMs);
  const snapshot = await readPublished(home);
  const age = snapshot && ageSeconds(snapshot, Date.now() / 1000);
  const status = {
    home,
    state:
      last && last.error !== null ? 'FAILED' : age !== undefined && age <= FRESH_SECONDS ? 'FRESH' : 'STALE',
    snapshot_age_s: age !== undefined && Number.isFinite(age) ? age : null,
    unlocked_count: snapshot?.unlocked_count ?? null,
    total_count: snapshot?.total_count ?? null,
    started_at: last?.startedAt ?? null,
    finished_at: last?.finishedAt ?? null,
    last_error: last?.error ?? null,
    unreadable,
    last_duration_ms: durations.at(-1) ?? null,
    run_count: runs.count,
    duration_p50_ms: percentile(durations, 0.5),
    duration_p95_ms: percentile(durations, 0.95),
    sessions_remembered: remembered.sessions,
    sessions_deleted: remembered.deleted,
    remembered_since: remembered.since,
    sessions_unreadable: snapshot?.scan_meta.sessions_unreadable ?? 0,
    index_damaged: snapshot?.scan_meta.index_damaged ?? false,
  };
  if (common.json) return terminal.print(JSON.stringify(status));
  const damage = snapshot && damageProblem(snapshot.scan_meta);
  const missing = problem === null ? 'none yet' : 'not known';
  const line = (label: string, value: string | null): string =>
    label.padEnd(LABELS) +
    wrap(printable(value ?? missing), terminal.columns - LABELS).replaceAll('\n', `\n${' '.repeat(LABELS)}`);
  const optional = <T>(value: T | null, print: (value: T) => string): string | null =>
    value === null ? null : print(value);
  terminal.print(
    [
      line('Home', home),
      line('State', status.sessions_unreadable > 0 ? `${status.state}, but incomplete` : status.state),
      ...(damage === undefined ? [] : [line('Damage', inEnglish(damage))]),
      line('Unlocked', snapshot ? `${snapshot.unlocked_count} of ${snapshot.total_count}` : null),
      line('Figures from', optional(status.snapshot_age_s, ago)),
      line('Last scan', optional(status.finished_at, moment)),
      line('It took', optional(status.last_duration_ms, duration)),
      line(
        'Median, p95',
        optional(
          status.duration_p50_ms,
          (p50) => `${duration(p50)}, ${duration(status.duration_p95_ms ?? p50)}`,
        ),
      ),
      line('Scans', problem !== null && status.run_count === 0 ? null : figure(status.run_count)),
      line('Remembered', rememberedLine(remembered)),
      line('Last error', status.last_error ?? (problem === null ? 'none' : null)),
      ...(unreadable === null ? [] : [line('Unreadable', unreadable)]),
    ].join('\n'),
  );
}

function rememberedLine({ sessions, deleted, since }: Remembered): string | null {
  if (since === null) return null;
  const gone = deleted === 0 ? '' : `, ${figure(deleted)} of them deleted by Hermes`;
  return `${plural(sessions, 'session')} since ${moment(since)}${gone}`;
}

/** Cells of the column of labels. */
const LABELS = 14;
/** As everywhere by default. */
const FRESH_SECONDS = 120;
