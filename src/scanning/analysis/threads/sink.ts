import type { Finding } from '../finding.ts';

/** Who is told what an analysis of many sessions brings. */
export interface AnalysisSink {
  found(finding: Finding): void;
  /** The second thread is gone, and its share with it: this one goes on alone. The reason is for the log. */
  helperLost(reason: string): void;
  /** Called now and then between sessions. */
  breathe(): Promise<void>;
}
