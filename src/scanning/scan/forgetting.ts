import { forgetUnlocks } from '../../files/reset.ts';
import type { Memory } from '../ledger/memory.ts';
import type { OwnFiles } from '../ownFiles/ownFiles.ts';
import type { UnlockRecorder } from '../publishing/unlockRecorder.ts';
import type { HistoryScan } from './historyScan.ts';
import type { LatestSnapshot } from './latest.ts';
import type { Turns } from './turns.ts';

/** What remembers anything. */
interface Remembering {
  readonly files: OwnFiles;
  readonly unlocks: UnlockRecorder;
  readonly memory: Memory;
  readonly history: HistoryScan;
  readonly latest: LatestSnapshot;
  readonly turns: Turns;
}

/** Forgets when what was unlocked, and only that. @throws ArchiveProblem, WriteFailed */
export async function resetUnlocks({ files, unlocks, latest, turns }: Remembering): Promise<void> {
  // Where nothing of ours is, nothing is to be made for that.
  const isInUse = await files.place.isInUse();
  const forget = async (): Promise<void> => {
    const archive = await files.archives.current();
    // First: an archive that still knows them would bring them back into the files that are emptied next.
    if (archive.forgetSteps() === undefined && isInUse) throw archive.problem;
    latest.snapshot = undefined;
    unlocks.forget();
    await forgetUnlocks(await files.place.directory());
  };
  await (isInUse ? turns.take(forget) : forget());
}

/** Forgets the sessions that Hermes has deleted. @returns how many @throws ArchiveProblem where it remembers them still */
export function forgetDeletedSessions({
  files,
  memory,
  history,
  latest,
  turns,
}: Remembering): Promise<number> {
  return turns.take(async () => {
    await memory.commit();
    const archive = await files.archives.current();
    const forgotten = archive.forgetGone();
    if (forgotten === undefined) throw archive.problem;
    latest.snapshot = undefined;
    history.forget();
    return forgotten;
  });
}
