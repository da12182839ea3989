import * as v from 'valibot';
import { ProblemError, problem } from '../../words/problem.ts';
import type { DataDirectory } from '../dataDirectory.ts';
import { WriteFailed } from '../system/atomicFile.ts';
import type { FileSystem } from '../system/fileSystem.ts';
import { isObject, parseJson, printJson } from '../system/jsonText.ts';
import { setAside } from '../system/setAside.ts';
import { type Patience, readSettled } from './settledFile.ts';
import { replaceShared } from './sharedFile.ts';
import { StateEntry } from './unlockEntry.ts';

/** Which badge was first unlocked when; shared with the dashboard. */
export const STATE_FILE = 'state.json';

/** How often a merge starts over because somebody else wrote meanwhile. */
const MAX_TRIES = 50;

export type StateEntries = ReadonlyMap<string, StateEntry>;

export interface StateOptions {
  /** How long a half-written file is waited for. */
  readonly patience?: Patience;
}

export interface MergeOptions extends StateOptions {
  /** Hears the new name of a damaged file once it is set aside, even if writing fails then. */
  readonly onSetAside?: (name: string) => void;
}

/** The file as it stands: with everything in it that is not ours to understand. */
interface StateDocument {
  readonly root: Record<string, unknown>;
  readonly unlocks: Record<string, unknown>;
}

/**
 * Reads `state.json` and leaves it alone.
 * @returns no entries and `damaged` when it is not what it should be
 */
export async function readState(
  directory: DataDirectory,
  options: StateOptions = {},
): Promise<{ entries: StateEntries; damaged: boolean }> {
  const path = await directory.find(STATE_FILE);
  const found = await readSettled(path, parseState, readOptions(directory, options));
  const entries = found.kind === 'read' ? entriesOf(found.value) : new Map<string, StateEntry>();
  return { entries, damaged: found.kind === 'damaged' };
}

/**
 * Adds unlocks to `state.json`. What is there already stays, with every key that we do not know; the earlier
 * `unlocked_at` wins, and nothing is written when nothing is new. A damaged file is set aside first.
 * @returns everything known now: what was on disk and what was given
 * @throws WriteFailed
 */
export async function mergeIntoState(
  directory: DataDirectory,
  known: StateEntries,
  options: MergeOptions = {},
): Promise<StateEntries> {
  let wanted = known;
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const path = await directory.find(STATE_FILE);
    const found = await readSettled(path, parseState, readOptions(directory, options));
    if (found.kind === 'damaged') {
      const name = await setAside(directory, path);
      options.onSetAside?.(name);
      continue;
    }
    const document = found.kind === 'read' ? found.value : emptyDocument();
    const merged = merge(document, wanted);
    if (merged === document) return entriesOf(document);
    const expected = found.kind === 'read' && path === directory.pathOf(STATE_FILE) ? found.bytes : undefined;
    const replacement = await replaceShared(
      directory,
      STATE_FILE,
      expected,
      `${printJson(merged.root, 2)}\n`,
    );
    if (replacement.kind === 'replaced') return entriesOf(merged);
    if (replacement.kind === 'overtook') wanted = union(wanted, replacement.bytes);
  }
  throw new WriteFailed(STATE_FILE, new ProblemError(problem('reason.keepsChanging')));
}

function readOptions(
  { fs }: DataDirectory,
  { patience }: StateOptions,
): { fs: FileSystem; patience?: Patience } {
  return patience ? { fs, patience } : { fs };
}

/** @throws when this is not a state file, or one nested so deep that it could not be written again */
function parseState(bytes: Buffer): StateDocument {
  const root = parseJson(bytes);
  if (!isObject(root)) throw new SyntaxError('not an object');
  const unlocks = root['unlocks'] ?? {};
  if (!isObject(unlocks)) throw new SyntaxError('"unlocks" is not an object');
  printJson(root);
  return { root, unlocks };
}

function emptyDocument(): StateDocument {
  return { root: {}, unlocks: {} };
}

function entriesOf({ unlocks }: StateDocument): Map<string, StateEntry> {
  const entries = new Map<string, StateEntry>();
  for (const [id, raw] of Object.entries(unlocks)) {
    const entry = v.safeParse(StateEntry, raw);
    if (entry.success) entries.set(id, entry.output);
  }
  return entries;
}

/** The same document when there is nothing to add. */
function merge(document: StateDocument, known: StateEntries): StateDocument {
  const unlocks = new Map(Object.entries(document.unlocks));
  let changed = false;
  for (const [id, entry] of known) {
    const before = unlocks.get(id);
    const held = v.safeParse(StateEntry, before);
    const others = isObject(before) ? before : {};
    if (held.success && held.output.unlocked_at <= entry.unlocked_at) {
      // In milliseconds it would be a day in the far future to the dashboard.
      if (others['unlocked_at'] === held.output.unlocked_at) continue;
      unlocks.set(id, { ...others, unlocked_at: held.output.unlocked_at });
    } else unlocks.set(id, { ...others, ...plain(entry) });
    changed = true;
  }
  if (!changed) return document;
  // Built from pairs, an id such as `__proto__` stays a plain key.
  const merged = Object.fromEntries(unlocks);
  return { root: { ...document.root, unlocks: merged }, unlocks: merged };
}

/** Exactly the keys that the dashboard knows. */
function plain({ unlocked_at, first_tier, evidence }: StateEntry): StateEntry {
  return { unlocked_at, first_tier, evidence };
}

function union(known: StateEntries, bytes: Buffer): StateEntries {
  const both = new Map(known);
  try {
    for (const [id, entry] of entriesOf(parseState(bytes))) {
      if (entry.unlocked_at < (both.get(id)?.unlocked_at ?? Number.POSITIVE_INFINITY)) both.set(id, entry);
    }
  } catch {
    // Not a state file: nothing to take from it.
  }
  return both;
}
