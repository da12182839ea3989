/** A transcript as the editor needs it. Lines and characters count from 0, characters in UTF-16 code units. */
export interface Transcript {
  /** Markdown in which nothing from the history is active. */
  readonly text: string;
  /** Four numbers a place: line and character of its beginning, line and character of its end. Ascending. */
  readonly matches: Int32Array;
  /** How many places there are in the session, shown or not. */
  readonly found: number;
  /** Two numbers a fold: its first and its last line. */
  readonly folds: Int32Array;
}
