/** A sentence about what has just been done. */
export interface Told {
  readonly words: string;
  /**
   * How it is told besides aloud: `spoken` not at all, since the page shows it anyway; `passing` for a while;
   * `standing` until it is no longer true.
   */
  readonly manner: 'spoken' | 'passing' | 'standing';
}

export const NOTHING_TOLD: Told = { words: '', manner: 'spoken' };
