import type { SIGNALS } from '../vocabulary.ts';
import type { TextCounter } from './stats.ts';

/** The signals that are looked for in a session's full text. */
export type SessionSignal = Exclude<keyof typeof SIGNALS, 'error' | 'file_path'>;

/** What the texts of a session hold, so far. */
export interface TextFigures {
  /** Occurrences in the full text, before any rule that looks at other figures. */
  readonly occurrences: Readonly<Record<TextCounter, number>>;
  /** Which signals the full text has. */
  readonly signals: Readonly<Record<SessionSignal, boolean>>;
  /** Messages whose own text has the signal `error`. */
  readonly errorMessages: number;
  /** Distinct file paths in the messages' texts and calls. */
  readonly distinctPaths: number;
}

/**
 * Finds the vocabulary in a session's texts, one message after another. The full text is the messages' texts joined
 * by one newline, which a match may cross.
 */
export interface TextMatcher {
  /**
   * The next message.
   * @param text UTF-8, possibly invalid; not kept
   * @param callsJson the message's calls printed as JSON; file paths are looked for in text, a space and this
   */
  add(text: Uint8Array, callsJson: string | null): void;
  /** Everything found so far; more messages may follow. */
  figures(): TextFigures;
  /** What is needed to go on in another process, as plain JSON. */
  freeze(): unknown;
}
