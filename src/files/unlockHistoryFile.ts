import * as v from 'valibot';
import type { DataDirectory } from './dataDirectory.ts';
import { isObject, parseJson, printJson } from './jsonText.ts';
import { setAside } from './setAside.ts';
import { type Patience, readSettled } from './settledFile.ts';
import { Step, UnlockHistory } from './unlockHistory.ts';

/** Our own memory of unlocks beside `state.json`: tier-ups, best tiers, and what was announced. */
export const HISTORY_FILE = 'unlock_history.json';

const SCHEMA_VERSION = 1;
/** Only we write this file, and never in place: what does not parse will not get better. */
const PATIENCE: Patience = { quietMs: 0, limitMs: 0 };

export interface StoredHistory {
  readonly history: UnlockHistory;
  readonly damaged: boolean;
  /** Written by a newer version: what can be understood is read, and nothing is written. */
  readonly newer: boolean;
}

/** @throws Node's error when the file exists but cannot be read */
export async function readHistory(directory: DataDirectory): Promise<StoredHistory> {
  const path = await directory.find(HISTORY_FILE);
  const found = await readSettled(path, parseHistory, { fs: directory.fs, patience: PATIENCE });
  if (found.kind === 'read') return { ...found.value, damaged: false };
  return { history: new UnlockHistory(), damaged: found.kind === 'damaged', newer: false };
}

/** @throws WriteFailed */
export async function writeHistory(directory: DataDirectory, history: UnlockHistory): Promise<void> {
  const document = { schema_version: SCHEMA_VERSION, steps: history.steps };
  await directory.write(HISTORY_FILE, `${printJson(document, 2)}\n`);
}

/** @returns the damaged file's new name */
export async function setHistoryAside(directory: DataDirectory): Promise<string> {
  return setAside(directory, await directory.find(HISTORY_FILE));
}

function parseHistory(bytes: Buffer): { history: UnlockHistory; newer: boolean } {
  const root = parseJson(bytes);
  if (!isObject(root) || !Array.isArray(root['steps'])) throw new SyntaxError('not an unlock history');
  const steps = root['steps'].flatMap((raw) => {
    const step = v.safeParse(Step, raw);
    return step.success ? [step.output] : [];
  });
  const version = root['schema_version'];
  return {
    history: new UnlockHistory(steps),
    newer: typeof version === 'number' && version > SCHEMA_VERSION,
  };
}
