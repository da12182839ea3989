import type { Problem } from '../../words/problem.ts';
import type { ScanEvent } from '../events.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** How a scan is heard outside its thread. */
export interface ScannerVoice {
  emit(event: ScanEvent): void;
  /** A line for the log, in English; never contents of the history. */
  log(level: LogLevel, message: string): void;
  /** Something the user should be told once. */
  notice(told: Problem): void;
}
