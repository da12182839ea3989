import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dashboardEntry } from '../../../unit/files/support/sessions.ts';

// Behaves on our files as the dashboard plugin does: reads them, changes what it knows, rewrites them in place,
// without locks and without renaming. Prints what it did, one JSON line a turn.
const directory = process.argv[2]!;
const turns = Number(process.argv[3]);
const baseSessions = Number(process.argv[4]);

interface Entry {
  fingerprint: object;
  stats: object;
}

for (let turn = 0; turn < turns; turn++) {
  const unlocked = unlockSomething(turn);
  const reuse = turn % 5 === 0 ? rescan(turn) : undefined;
  process.stdout.write(`${JSON.stringify({ unlocked, ...reuse })}\n`);
  await sleep(Math.random() * 8);
}

function unlockSomething(turn: number): Record<string, number> {
  const state = read('state.json', { unlocks: {} as Record<string, { unlocked_at: number }> });
  const unlocked: Record<string, number> = {};
  for (const [id, at] of [
    [`theirs_${turn}`, 1000 + turn],
    // A badge that both sides unlock, now one earlier and now the other.
    [`shared_${turn}`, turn % 2 ? 100 : 200],
  ] as const) {
    if (state.unlocks[id]) continue;
    const entry = { unlocked_at: at, first_tier: 'Copper', evidence: null };
    state.unlocks[id] = entry;
    unlocked[id] = at;
  }
  rewrite('state.json', JSON.stringify(state, null, 2));
  return unlocked;
}

function rescan(turn: number): { reusedBase: number; reusedOurs: number } {
  const { sessions } = read('scan_checkpoint.json', { sessions: {} as Record<string, Entry> });
  const ids = [
    ...Array.from({ length: baseSessions }, (_, index) => `base_${index}`),
    ...Object.keys(sessions),
  ];
  const next: Record<string, Entry> = {};
  let reusedBase = 0;
  let reusedOurs = 0;
  for (const id of [...new Set(ids), `theirs_${turn}`]) {
    const today = dashboardEntry(id);
    const found = sessions[id];
    const isReusable = found && JSON.stringify(found.fingerprint) === JSON.stringify(today.fingerprint);
    if (isReusable && id.startsWith('base_')) reusedBase++;
    if (isReusable && id.startsWith('ours_')) reusedOurs++;
    // Only the keys that it knows: ours is dropped.
    next[id] = isReusable ? { fingerprint: found.fingerprint, stats: found.stats } : today;
  }
  rewrite('scan_checkpoint.json', JSON.stringify({ schema_version: 1, generated_at: turn, sessions: next }));
  return { reusedBase, reusedOurs };
}

function read<T>(name: string, absent: T): T {
  const path = `${directory}/${name}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : absent;
}

/** Truncates and writes in several pieces, as a buffered file object does. */
function rewrite(name: string, text: string): void {
  const file = openSync(`${directory}/${name}`, 'w');
  for (let start = 0; start < text.length; start += 8192) writeSync(file, text.slice(start, start + 8192));
  closeSync(file);
}
