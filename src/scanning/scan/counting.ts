import { ASSUMED_GENERATION } from '../../files/shared/dashboardGeneration.ts';
import type { Generation, HistoryMode } from '../../hermes/historyMode.ts';
import type { Counting } from '../ledger/ledger.ts';
import type { OwnFiles } from './ownFiles.ts';

/** How a scan counts; the dashboard's generation is remembered for when nothing tells it. */
export async function countingOf(mode: HistoryMode, files: OwnFiles): Promise<Counting> {
  if (mode === 'lifetime') return { mode, generation: ASSUMED_GENERATION };
  const archive = await files.archive();
  const known = archive.memos().generation as Generation | undefined;
  const generation = (await files.dashboardGeneration()) ?? known ?? ASSUMED_GENERATION;
  if (generation !== known) files.saved(archive.save({ memos: { generation } }));
  return { mode, generation };
}
