import type { Generation } from '../../hermes/historyMode.ts';
import type { DataDirectory } from '../dataDirectory.ts';
import { isObject, parseJson } from '../system/jsonText.ts';
import { type Patience, readSettled } from './settledFile.ts';

/** The dashboard's own memory of its scans. It is read for what it says of the dashboard's version, and never written. */
const CHECKPOINT_FILE = 'scan_checkpoint.json';

const NEWEST: Generation = 3;
const PATIENCE: Patience = { quietMs: 200, limitMs: 2000 };

/**
 * Which dashboard a home has, by the checkpoint that it wrote; looks into the file again only once it was written anew.
 */
export class DashboardGeneration {
  #seen: { readonly identity: string; readonly generation: Generation | undefined } | undefined;

  /**
   * The generation that the checkpoint tells of; undefined where there is none that parses, or where 0.1.0 of this
   * product wrote it, which tells nothing.
   * @throws Node's error when the file exists but cannot be read
   */
  async find(directory: DataDirectory): Promise<Generation | undefined> {
    const path = await directory.find(CHECKPOINT_FILE);
    const identity = await directory.fs.identity(path);
    if (identity === undefined) return undefined;
    const key = `${path}:${identity}`;
    if (this.#seen?.identity === key) return this.#seen.generation;
    const found = await readSettled(path, generationIn, { fs: directory.fs, patience: PATIENCE });
    const generation = found.kind === 'read' ? found.value : undefined;
    this.#seen = { identity: key, generation };
    return generation;
  }
}

/** What is assumed where nothing tells it: the newest. */
export const ASSUMED_GENERATION = NEWEST;

/** @throws SyntaxError when the text is no JSON object */
function generationIn(bytes: Buffer): Generation | undefined {
  const root = parseJson(bytes);
  if (!isObject(root)) throw new SyntaxError('not an object');
  const { schema_version: version, sessions } = root;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || isOurs(sessions))
    return undefined;
  return Math.min(version, NEWEST) as Generation;
}

/** 0.1.0 shared the file with the dashboard, and told its own entries by a key of their own. */
function isOurs(sessions: unknown): boolean {
  return isObject(sessions) && Object.values(sessions).some((entry) => isObject(entry) && 'vscode' in entry);
}
