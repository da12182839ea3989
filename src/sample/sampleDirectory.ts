import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemReason } from '../hermes/systemReason.ts';

/** The file by which a folder is known to hold a sample. */
const MARKER = 'SAMPLE.txt';

const MARKER_TEXT =
  'This folder holds a made-up Hermes history, written to try Hermes Achievements.\n' +
  'Its state.db and profiles are written anew when a sample is written here again.\n';

/** Files of a Hermes that is in use; a sample has none of them. */
const FILES_OF_HERMES = ['config.yaml', '.env', 'auth.json', 'SOUL.md'];

/**
 * Makes `directory` ready for a sample and marks it as one.
 * @throws Error when it is a file, or a folder that holds anything but an earlier sample
 */
export function claimSampleDirectory(directory: string): void {
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory())
      throw new Error(`${directory} is a file; a sample needs a folder`);
    const names = namesIn(directory);
    if (names.some((name) => FILES_OF_HERMES.includes(name))) {
      throw new Error(`${directory} looks like a Hermes home in use; choose another folder for the sample`);
    }
    if (names.length > 0 && !names.includes(MARKER)) {
      throw new Error(`${directory} is not empty and holds no earlier sample; choose a new or empty folder`);
    }
  }
  makeFolder(directory);
  try {
    writeFileSync(join(directory, MARKER), MARKER_TEXT);
  } catch (error) {
    throw notWritable(directory, error);
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    throw notWritable(directory, error);
  }
}

/**
 * Makes a folder and those above it one by one: where a file system lets none be made and says that the one above is
 * missing (/proc), Node would try for ever to make them all.
 * @throws Error with one line
 */
export function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeFolder(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    throw notWritable(directory, error);
  }
}

/** Why there can be no sample, and what to do: in one line. */
export function notWritable(directory: string, error: unknown): Error {
  const isAbove = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const reason = isAbove ? 'no folder can be made there' : (systemReason(error) ?? 'unknown error');
  return new Error(`No sample can be written to ${directory}: ${reason}`, { cause: error });
}
