import type { TextCounter } from '../../session/stats.ts';
import type { SessionSignal, TextFigures } from '../../session/textMatcher.ts';
import { TEXT_COUNTERS } from '../../vocabulary.ts';

/** The copy of a text with special letters that a target is looked for in. */
export type TextCopy = 'folded' | 'lowered' | 'raw';

/** What matches are counted for: an occurrence counter, a signal, or the file paths. */
export interface Target {
  readonly name: string;
  readonly index: number;
  /** How far a match keeps others from counting. */
  readonly until: 'matchEnd' | 'textEnd' | 'sessionEnd';
  readonly copy: TextCopy;
}

/** Beyond every place in a text. */
export const NEVER = 0x7fff_ffff;

/** All targets by index. */
export class TargetList {
  readonly all: readonly Target[];
  /** The occurrence counters. */
  readonly counters: readonly Target[];
  /** The signals of a session's full text. */
  readonly onceASession: readonly Target[];
  /** The signal that is counted by message. */
  readonly errors: Target;
  /** Copied and filled in, which costs less than adding keys one by one. */
  readonly nothingFound: Pick<TextFigures, 'occurrences' | 'signals'>;

  constructor(all: readonly Target[]) {
    this.all = all;
    this.counters = all.filter(({ name }) => name in TEXT_COUNTERS);
    this.onceASession = all.filter(({ until }) => until === 'sessionEnd');
    this.nothingFound = {
      occurrences: fill(this.counters, 0) as Record<TextCounter, number>,
      signals: fill(this.onceASession, false) as Record<SessionSignal, boolean>,
    };
    this.errors = all.find(({ name }) => name === 'error')!;
  }
}

function fill<Value>(targets: readonly Target[], value: Value): Record<string, Value> {
  return Object.fromEntries(targets.map(({ name }) => [name, value]));
}
