import type { CheckpointEntry } from '../files/checkpointEntry.ts';

/** A session to be analysed. */
export interface Assignment {
  readonly id: string;
  /** How many rows it has, to share out the work by. */
  readonly rows: number;
  /** What is known of it from an earlier analysis, to go on from. */
  readonly known: CheckpointEntry | undefined;
}
