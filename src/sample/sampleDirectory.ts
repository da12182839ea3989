import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
    const names = readdirSync(directory);
    if (names.some((name) => FILES_OF_HERMES.includes(name))) {
      throw new Error(`${directory} looks like a Hermes home in use; choose another folder for the sample`);
    }
    if (names.length > 0 && !names.includes(MARKER)) {
      throw new Error(`${directory} is not empty and holds no earlier sample; choose a new or empty folder`);
    }
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, MARKER), MARKER_TEXT);
}
