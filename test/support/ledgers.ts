import type { SessionRecord } from '../../src/archive/session/record.ts';
import { Ledger } from '../../src/scanning/ledger/ledger.ts';

/** A ledger of what really happened in these sessions. */
export function ledgerOf(records: Iterable<SessionRecord>): Ledger {
  const ledger = new Ledger({ mode: 'lifetime', generation: 3 });
  for (const record of records) ledger.put(record);
  return ledger;
}
