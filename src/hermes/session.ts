/** One session as listed by Hermes, without its messages. Times are epoch seconds. */
export interface Session {
  readonly id: string;
  readonly source: string | null;
  readonly model: string | null;
  /** The title to show: `title`, else the preview, else `Untitled`. */
  readonly title: string;
  /** Null when the row's value is absent or absurd (text, infinite). */
  readonly startedAt: number | null;
  /** The greatest message timestamp, else `startedAt`. */
  readonly lastActive: number | null;
  readonly archived: boolean;
}
