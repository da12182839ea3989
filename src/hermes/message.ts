/** One message of a session as Hermes stored it, ready to be counted. */
export interface Message {
  /** `messages.id`, ascending within a session. */
  readonly id: number;
  /** Part of the live conversation; false when compaction has folded it into a summary. */
  readonly active: boolean;
  /** What a tool answered: the role is `tool`, and `toolName` names no call. */
  readonly isResult: boolean;
  /**
   * The message's text as UTF-8. May hold invalid sequences (they count as U+FFFD) and NULs.
   * Valid only until the next message is read: the reader may reuse the memory.
   */
  readonly text: Uint8Array;
  /** `tool_name`, empty when the row has none. */
  readonly toolName: string;
  /** Names of the calls in `tool_calls`, in order; calls without a name are absent. */
  readonly callNames: readonly string[];
  /** The list of calls printed as JSON in Python's default manner (pure ASCII); null without calls. */
  readonly callsJson: string | null;
}
