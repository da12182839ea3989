import type { Histories } from './histories.ts';
import type { Size } from './options.ts';
import type { Programs } from './programs.ts';

type Unit = 'ms' | 'MB' | 'MB/s' | '%' | 'x';

/** One line of the table. */
export interface Measurement {
  readonly figure: string;
  readonly value: number;
  readonly unit: Unit;
  /** What it is held against; absent where the value only explains another. */
  readonly target?: { readonly most: number } | { readonly least: number };
  /** What it was measured on, and how often. */
  readonly of: string;
  /** What keeps it from being better; printed when the target is missed. */
  readonly bound?: string;
}

/** A measurement as it is judged. */
export interface Judged extends Measurement {
  /** The value at the speed that targets are meant for: the measured one, but for times. */
  readonly scaled: number;
  /** Null where there is no target. */
  readonly met: boolean | null;
}

/** What could not be measured, and why. */
export interface Unmeasured {
  readonly figure: string;
  readonly reason: string;
}

/** What a figure is measured with. */
export interface Bench {
  readonly size: Size;
  readonly histories: Histories;
  readonly programs: Programs;
  /** Whether a real VS Code may be started. */
  readonly host: boolean;
  /** Programs of an earlier version to be held against, built already. */
  readonly former: string | undefined;
}

export interface Figure {
  /** The name of its file. */
  readonly name: string;
  measure(bench: Bench): Promise<(Measurement | Unmeasured)[]>;
}

/** @param scaled the value that is held against the target */
export function judged(line: Measurement, scaled: number): Judged {
  const { target } = line;
  if (target === undefined) return { ...line, scaled, met: null };
  return { ...line, scaled, met: 'most' in target ? scaled <= target.most : scaled >= target.least };
}
