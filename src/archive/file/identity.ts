import { lstatSync } from 'node:fs';
import { foreignnessOfDatabase } from '../../files/system/ownFile.ts';
import { ArchiveProblem } from './archiveProblem.ts';

/** Which file a path names: another one as soon as it was replaced. Undefined where there is none. */
export function fileIdentity(path: string): string | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/** @throws ArchiveProblem `not-ours` for what is no database of ours, or lies beside it and would be taken for its own */
export function assertOwnDatabase(path: string): void {
  if (foreignnessOfDatabase(path)) throw new ArchiveProblem('not-ours');
}
