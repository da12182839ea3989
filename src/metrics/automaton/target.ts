/** What matches are counted for: an occurrence counter, a signal, or the file paths. */
export interface Target {
  readonly name: string;
  readonly index: number;
  /** How much of the text after a match is of no interest. */
  readonly until: 'matchEnd' | 'textEnd' | 'sessionEnd';
  /** Which copy of a text with special letters it is looked for in. */
  readonly copy: 'folded' | 'lowered' | 'raw';
}
