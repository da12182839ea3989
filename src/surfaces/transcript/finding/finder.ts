/** A stretch of a text, half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds one kind of words in one text, from left to right. */
export interface Finder {
  /**
   * The first match that begins at `from` or later. `from` never falls from one call to the next, so that everything
   * asked for together takes time linear in the text's length.
   */
  next(from: number): Span | undefined;
}

/** What to look for; makes a finder for each text. */
export type Pattern = (text: string) => Finder;
