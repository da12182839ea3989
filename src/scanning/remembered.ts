import type { Archive } from '../archive/archive.ts';
import type { SessionRecord } from '../archive/sessionRecord.ts';
import type { Remembered } from './questions.ts';

/** What an archive remembers, and how much of it Hermes has deleted. */
export function rememberedIn(archive: Archive): Remembered {
  const records = [...archive.load().values()];
  const deleted = records.filter(({ goneAt }) => goneAt !== null);
  const all = workOf(records);
  return {
    sessions: records.length,
    deleted: deleted.length,
    deletedShare: all === 0 ? 0 : workOf(deleted) / all,
    since: archive.memos().since ?? null,
  };
}

/** Messages and calls: what the figures are made of. */
function workOf(records: readonly SessionRecord[]): number {
  return records.reduce((sum, { lifetime }) => sum + lifetime.message_count + lifetime.tool_call_count, 0);
}
