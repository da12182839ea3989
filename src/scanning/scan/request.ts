import type { ScanMeta } from '../../files/shared/snapshot.ts';
import type { MaybeUsed } from '../changes/usage.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** One request for a scan, while it is being answered. */
export interface ScanRun {
  readonly id: string;
  /** Everything is to be analysed again. */
  readonly full: boolean;
  /** Nothing was ever published for this home. */
  readonly first: boolean;
  /** Epoch seconds. */
  readonly requestedAt: number;
  /** By the monotonic clock, milliseconds. */
  readonly startedAt: number;
}

/** What a scan of the history leaves behind. */
export interface ScannedHistory {
  readonly ledger: Ledger;
  readonly meta: ScanMeta;
  /** Marks what was read as read, once everything that follows from it is safe. */
  readonly settle: () => void;
  /** Where something may have been used. */
  readonly maybeUsed: MaybeUsed;
}
