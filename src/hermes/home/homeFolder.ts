import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HermesDatabaseError } from '../sqlite/databaseError.ts';
import { systemReason } from '../systemReason.ts';

/** @throws HermesDatabaseError where a home is no folder, or may not be looked at: in words that say what to do */
export function assertHomeFolder(home: string): void {
  const found = lookAt(home);
  if (found?.isDirectory()) return;
  throw new HermesDatabaseError(
    'no-home',
    found
      ? `${home} is a file: the Hermes home is the folder that it is in, ${dirname(home)}`
      : `There is no Hermes home at ${home}: start Hermes once, or choose another home`,
  );
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new HermesDatabaseError('unreadable', `${path} cannot be read: ${systemReason(error)}`);
    return undefined;
  }
}
