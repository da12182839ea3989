/** One message of a session that counts, ready to be counted. */
export interface Message {
  /** `messages.id`, ascending within a session. */
  readonly id: number;
  /** Epoch seconds; null without a valid timestamp. */
  readonly timestamp: number | null;
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
  /**
   * Those names as the dashboard takes them, which knows nothing of calls bridged through `tool_call`; mostly the very
   * same array.
   */
  readonly dashboardNames: readonly string[];
  /** What is in `tool_calls` printed as JSON in Python's default manner (pure ASCII); null without anything. */
  readonly callsJson: string | null;
}
