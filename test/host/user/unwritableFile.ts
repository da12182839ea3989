import { symlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** Makes a name that nobody can write to, whoever runs the tests: a link that leads to itself. Returns it. */
export async function unwritableFile(file: string): Promise<string> {
  await symlink(basename(file), file);
  return file;
}
