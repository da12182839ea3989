import type { DataDirectory } from '../../files/dataDirectory.ts';
import { readSettled } from '../../files/shared/settledFile.ts';
import { isObject, parseJson } from '../../files/system/jsonText.ts';
import { type Step, stepFrom } from '../unlocks/step.ts';

/** What 0.1.0 remembered of unlocks beside `state.json`. */
const FORMER_UNLOCKS_FILE = 'unlock_history.json';

/** Written by us alone, and never in place: what does not parse will not get better. */
const PATIENCE = { quietMs: 0, limitMs: 0 };

/** The steps of 0.1.0, days unknown. @throws Node's error when the file exists but cannot be read */
export async function formerSteps(directory: DataDirectory): Promise<Step[]> {
  const path = await directory.find(FORMER_UNLOCKS_FILE);
  const found = await readSettled(path, parseJson, { fs: directory.fs, patience: PATIENCE });
  if (found.kind !== 'read' || !isObject(found.value)) return [];
  const { steps } = found.value;
  return Array.isArray(steps) ? steps.flatMap((step) => stepFrom(step) ?? []) : [];
}
