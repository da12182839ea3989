import { ASSUMED_GENERATION } from '../../files/shared/dashboardGeneration.ts';
import type { Generation, HistoryMode } from '../../hermes/historyMode.ts';
import type { Counting } from '../ledger/ledger.ts';
import type { OwnFiles } from '../ownFiles/ownFiles.ts';

/** How a scan counts; the dashboard's generation is remembered for when nothing tells it. */
export async function countingOf(
  mode: HistoryMode,
  { archives, dashboard, warning }: OwnFiles,
): Promise<Counting> {
  if (mode === 'lifetime') return { mode, generation: ASSUMED_GENERATION };
  const archive = await archives.current();
  const known = archive.memos().generation as Generation | undefined;
  const generation = (await dashboard.generation()) ?? known ?? ASSUMED_GENERATION;
  if (generation !== known) warning.tell(archive.save({ memos: { generation } })?.problem);
  return { mode, generation };
}
