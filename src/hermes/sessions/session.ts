/** One session as listed by Hermes, without its messages. Times are epoch seconds. */
export interface Session {
  readonly id: string;
  readonly source: string | null;
  readonly model: string | null;
  /** The title to show: `title`, else the preview, else `Untitled`. */
  readonly title: string;
  /** As stored: any number, be it no time; null when the row's value is none (text, infinite). */
  readonly startedAt: number | null;
  /** The greatest valid one of last_activity_at and all messages' timestamps, else `startedAt` if valid. */
  readonly lastActive: number | null;
  readonly archived: boolean;
}
