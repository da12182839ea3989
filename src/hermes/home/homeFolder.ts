import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { problem } from '../../words/problem.ts';
import { HermesDatabaseError } from '../sqlite/databaseError.ts';

/** @throws HermesDatabaseError where a home is no folder, or may not be looked at: in words that say what to do */
export function assertHomeFolder(home: string): void {
  const found = lookAt(home);
  if (found?.isDirectory()) return;
  throw new HermesDatabaseError(
    'no-home',
    found ? problem('home.isFile', home, dirname(home)) : problem('home.missing', home),
  );
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new HermesDatabaseError(
        'unreadable',
        problem('database.unreadable', path, problem('reason.notPermitted')),
      );
    return undefined;
  }
}
