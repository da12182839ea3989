import { WriteFailed } from './atomicFile.ts';
import { type CheckpointEntry, checkpointEntryFrom } from './checkpointEntry.ts';
import type { DataDirectory } from './dataDirectory.ts';
import { isObject, parseJson, printJson } from './jsonText.ts';
import { type Patience, readSettled } from './settledFile.ts';

/** Every session's figures, shared with the dashboard. */
export const CHECKPOINT_FILE = 'scan_checkpoint.json';

const SCHEMA_VERSION = 1;
/** How much is handed to the disk at once; a few milliseconds of work between two breaths of the event loop. */
const PIECE_LENGTH = 512 * 1024;
/** How often a save starts over because somebody else wrote meanwhile; the last try goes through. */
const MAX_SAVE_TRIES = 3;

export type CheckpointEntries = ReadonlyMap<string, CheckpointEntry>;

export interface LoadedCheckpoint {
  /** By session id; empty when there is a problem. */
  readonly entries: Map<string, CheckpointEntry>;
  /** Entries that made no sense and were left out. */
  readonly dropped: number;
  /** Why nothing could be read from a file that exists, in words for a log. */
  readonly problem: string | null;
}

export interface SaveOptions {
  /** Does Hermes still have this session? What it no longer has is not kept. */
  readonly exists: (sessionId: string) => boolean;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * `scan_checkpoint.json`. Remembers what it read or wrote last, so that a save reads the file again only when somebody
 * else, the dashboard or another window, wrote it since.
 */
export class CheckpointFile {
  readonly #patience: Patience | undefined;
  #onDisk: { readonly identity: string; readonly entries: CheckpointEntries } | undefined;

  /** @param patience how long a half-written file is waited for */
  constructor(patience?: Patience) {
    this.#patience = patience;
  }

  /**
   * Reads the file. Never throws for what is in it: a bad entry is left out, a bad file reads as empty.
   * @throws Node's error when the file exists but cannot be read
   */
  async load(directory: DataDirectory): Promise<LoadedCheckpoint> {
    const path = await directory.find(CHECKPOINT_FILE);
    const found = await readSettled(path, parseCheckpoint, {
      fs: directory.fs,
      ...(this.#patience ? { patience: this.#patience } : {}),
    });
    if (found.kind !== 'read') {
      this.#onDisk = undefined;
      return {
        entries: new Map(),
        dropped: 0,
        problem: found.kind === 'damaged' ? 'The checkpoint is damaged' : null,
      };
    }
    const isCurrent = path === directory.pathOf(CHECKPOINT_FILE) && found.identity !== undefined;
    this.#onDisk = isCurrent
      ? { identity: found.identity, entries: new Map(found.value.entries) }
      : undefined;
    return found.value;
  }

  /**
   * Writes the file, together with entries of others that it holds by now: those of sessions that we have no entry
   * of, and those whose session was active later than in ours.
   * @returns the entries of others that were kept
   * @throws WriteFailed
   */
  async save(
    directory: DataDirectory,
    ours: CheckpointEntries,
    options: SaveOptions,
  ): Promise<CheckpointEntries> {
    const path = directory.pathOf(CHECKPOINT_FILE);
    for (let attempt = 1; ; attempt++) {
      const before = await directory.fs.identity(path);
      const known = before !== undefined && before === this.#onDisk?.identity ? this.#onDisk : undefined;
      const onDisk = known?.entries ?? (await this.#others(directory));
      const kept = entriesToKeep(onDisk, ours, options.exists);
      const stillWanted = async (): Promise<boolean> =>
        attempt === MAX_SAVE_TRIES || (await directory.fs.identity(path)) === before;
      const written = await directory.write(CHECKPOINT_FILE, printPieces(ours, kept, options), {
        stillWanted,
      });
      if (!written) continue;
      const identity = await directory.fs.identity(path);
      this.#onDisk = identity === undefined ? undefined : { identity, entries: new Map([...ours, ...kept]) };
      return kept;
    }
  }

  async #others(directory: DataDirectory): Promise<CheckpointEntries> {
    try {
      return (await this.load(directory)).entries;
    } catch (error) {
      throw new WriteFailed(CHECKPOINT_FILE, error);
    }
  }
}

function parseCheckpoint(bytes: Buffer): LoadedCheckpoint {
  const root = parseJson(bytes);
  if (!isObject(root)) throw new SyntaxError('The checkpoint is not an object');
  const empty = { entries: new Map<string, CheckpointEntry>(), dropped: 0 };
  if (root['schema_version'] !== SCHEMA_VERSION)
    return { ...empty, problem: 'The checkpoint has another schema version' };
  if (!isObject(root['sessions'])) return { ...empty, problem: 'The checkpoint has no sessions' };
  let dropped = 0;
  const entries = new Map<string, CheckpointEntry>();
  // Keys alone: pairs of a hundred thousand take a third of the time of parsing them.
  for (const id of Object.keys(root['sessions'])) {
    const entry = checkpointEntryFrom(root['sessions'][id]);
    if (entry && entry.stats.session_id === id) entries.set(id, entry);
    else dropped++;
  }
  return { entries, dropped, problem: null };
}

function entriesToKeep(
  onDisk: CheckpointEntries,
  ours: CheckpointEntries,
  exists: (sessionId: string) => boolean,
): CheckpointEntries {
  const kept = new Map<string, CheckpointEntry>();
  for (const [id, theirs] of onDisk) {
    const own = ours.get(id);
    if (own ? lastActive(theirs) > lastActive(own) : exists(id)) kept.set(id, theirs);
  }
  return kept;
}

function lastActive({ fingerprint }: CheckpointEntry): number {
  return fingerprint.last_active ?? fingerprint.started_at ?? Number.NEGATIVE_INFINITY;
}

/** The file's text piece by piece, one session a line. */
function* printPieces(
  ours: CheckpointEntries,
  kept: CheckpointEntries,
  { exists, now }: SaveOptions,
): Generator<string> {
  let piece = `{"schema_version":${SCHEMA_VERSION},"generated_at":${now},"sessions":{`;
  let separator = '\n';
  const lines = function* (): Generator<string | undefined> {
    for (const [id, entry] of ours) if (exists(id) && !kept.has(id)) yield printLine(id, entry);
    for (const [id, entry] of kept) yield printLine(id, entry);
  };
  for (const line of lines()) {
    if (line === undefined) continue;
    piece += separator + line;
    separator = ',\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n}}\n`;
}

/** Undefined for what cannot be printed: nested too deep, which only a tampered file brings about. */
function printLine(id: string, entry: CheckpointEntry): string | undefined {
  try {
    return `${printJson(id)}:${printJson(entry)}`;
  } catch {
    return undefined;
  }
}
