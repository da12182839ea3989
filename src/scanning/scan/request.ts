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
