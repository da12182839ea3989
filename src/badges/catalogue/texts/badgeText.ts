/** What people read about a badge: English here, the key of every translation. */
export interface BadgeText {
  /** One line that makes one want it. */
  readonly description: string;
  /** What exactly counts, and from what. */
  readonly criteria: string;
}
