import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemReason } from '../hermes/systemReason.ts';
import { ProblemError, problem } from '../words/problem.ts';

/** The file by which a folder is known to hold a sample. */
const MARKER = 'SAMPLE.txt';

const MARKER_TEXT =
  'This folder holds a made-up Hermes history, written to try Hermes Achievements.\n' +
  'Its state.db and profiles are written anew when a sample is written here again.\n';

/** Files of a Hermes that is in use; a sample has none of them. */
const FILES_OF_HERMES = ['config.yaml', '.env', 'auth.json', 'SOUL.md'];

/**
 * Makes `directory` ready for a sample and marks it as one.
 * @throws ProblemError when it is a file, or a folder that holds anything but an earlier sample
 */
export function claimSampleDirectory(directory: string): void {
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory()) throw new ProblemError(problem('sample.isFile', directory));
    const names = namesIn(directory);
    if (names.some((name) => FILES_OF_HERMES.includes(name))) {
      throw new ProblemError(problem('sample.homeInUse', directory));
    }
    if (names.length > 0 && !names.includes(MARKER)) {
      throw new ProblemError(problem('sample.notEmpty', directory));
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
 * @throws ProblemError
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

/** Why there can be no sample, and what to do. */
export function notWritable(directory: string, error: unknown): ProblemError {
  const isAbove = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const reason = isAbove ? problem('reason.noFolder') : (systemReason(error) ?? problem('reason.unknown'));
  return new ProblemError(problem('sample.notWritten', directory, reason), { cause: error });
}
