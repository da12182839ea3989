import type { Snapshot } from '../../files/shared/snapshot.ts';

/** Seconds since the snapshot was generated; a moment in the future (a clock set back) counts as infinitely old. */
export function ageSeconds(snapshot: Snapshot, nowSeconds: number): number {
  const age = nowSeconds - snapshot.generated_at;
  return age >= 0 ? age : Number.POSITIVE_INFINITY;
}

/** FRESH as in the state table: generated at most `ttlSeconds` ago by a scan that finished well. */
export function isFresh(snapshot: Snapshot, ttlSeconds: number, nowSeconds: number): boolean {
  const { mode } = snapshot.scan_meta;
  const isFinished = mode === 'full' || mode === 'incremental';
  return isFinished && snapshot.error === null && ageSeconds(snapshot, nowSeconds) <= ttlSeconds;
}
