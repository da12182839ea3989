import type { HistoryMode } from '../hermes/historyMode.ts';
import type { RowDigest } from '../hermes/rowDigest.ts';
import type { Session } from '../hermes/session.ts';
import type { SessionStats } from '../metrics/sessionStats.ts';
import { isObject } from './jsonText.ts';
import { isMoment, isTextOrNull, sessionStatsFrom } from './sessionStatsEntry.ts';

/** What is remembered of one session, so that it need not be analysed again. */
export interface CheckpointEntry {
  readonly fingerprint: Fingerprint;
  /** Always the figures of the active rows, as the dashboard counts, so that it can reuse them. */
  readonly stats: SessionStats;
  /** What only we know. Absent from an entry that the dashboard wrote. */
  readonly vscode?: OwnFigures;
}

/** How the dashboard tells whether a session has changed. */
export interface Fingerprint {
  /** Epoch seconds. */
  readonly last_active: number | null;
  /** Epoch seconds. */
  readonly started_at: number | null;
  readonly model: string | null;
  readonly title: string | null;
}

interface OwnFigures {
  readonly digest: RowDigest;
  /** The session had a title of its own, not one made of its first message. */
  readonly titled?: boolean;
  /** The history modes that this entry holds the figures of. */
  readonly modes: readonly HistoryMode[];
  /** The figures of active and compacted rows, where they differ from `stats`. */
  readonly lifetime?: SessionStats;
  /** Where counting stopped, to go on from when rows were only appended. Its owner checks it. */
  readonly resume?: unknown;
}

const DIGEST_COUNTS = ['total', 'active', 'maxId', 'mark'] as const satisfies (keyof RowDigest)[];

/** An entry as read from a file, or undefined when it makes no sense; a bad `vscode` alone is left out. */
export function checkpointEntryFrom(value: unknown): CheckpointEntry | undefined {
  if (!isObject(value)) return undefined;
  const fingerprint = fingerprintFrom(value['fingerprint']);
  const stats = sessionStatsFrom(value['stats']);
  if (!fingerprint || !stats) return undefined;
  const vscode = ownFiguresFrom(value['vscode']);
  return vscode ? { fingerprint, stats, vscode } : { fingerprint, stats };
}

/** What the dashboard compares to tell whether a session changed. */
export function fingerprintOf({ lastActive, startedAt, model, title }: Session): Fingerprint {
  return { last_active: lastActive, started_at: startedAt, model, title };
}

export function isSameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.last_active === b.last_active &&
    a.started_at === b.started_at &&
    a.model === b.model &&
    a.title === b.title
  );
}

/** The figures that a history mode counts with, if the entry holds them. */
export function statsFor(entry: CheckpointEntry, mode: HistoryMode): SessionStats | undefined {
  if (mode === 'dashboard') return entry.stats;
  if (!entry.vscode?.modes.includes(mode)) return undefined;
  return entry.vscode.lifetime ?? entry.stats;
}

/** The same figures, with nothing to go on counting from. */
export function withoutBookmark(entry: CheckpointEntry): CheckpointEntry {
  if (entry.vscode?.resume === undefined) return entry;
  const { resume: _, ...figures } = entry.vscode;
  return { ...entry, vscode: figures };
}

function fingerprintFrom(value: unknown): Fingerprint | undefined {
  if (!isObject(value)) return undefined;
  const { last_active = null, started_at = null, model = null, title = null } = value;
  if (!isMoment(last_active) || !isMoment(started_at) || !isTextOrNull(model) || !isTextOrNull(title)) {
    return undefined;
  }
  return { last_active, started_at, model, title };
}

function ownFiguresFrom(value: unknown): OwnFigures | undefined {
  if (!isObject(value) || !isDigest(value['digest']) || !isModes(value['modes'])) return undefined;
  const { digest, titled, modes, lifetime, resume } = value;
  const known = {
    digest,
    modes,
    ...(typeof titled === 'boolean' ? { titled } : {}),
    ...(resume === undefined ? {} : { resume }),
  };
  if (lifetime === undefined) return known;
  const lifetimeStats = sessionStatsFrom(lifetime);
  return lifetimeStats && { ...known, lifetime: lifetimeStats };
}

function isDigest(value: unknown): value is RowDigest {
  if (!isObject(value) || !isMoment(value['lastTimestamp']) || !isMoment(value['compactedMark']))
    return false;
  return DIGEST_COUNTS.every((key) => Number.isSafeInteger(value[key]) && (value[key] as number) >= 0);
}

function isModes(value: unknown): value is HistoryMode[] {
  return Array.isArray(value) && value.every((mode) => mode === 'lifetime' || mode === 'dashboard');
}
