import type { SqlValue } from '../../sqlite/drivers/driver.ts';
import type { Message } from '../message.ts';

/**
 * A row of `messages` as Hermes stored it, whether it counts or not. Valid only until the next row is read: the reader
 * may use the object again.
 */
export interface Row extends Message {
  /** Every history mode takes the same names for its calls. */
  readonly namesAlike: boolean;
  /** Part of the live conversation. */
  readonly isLive: boolean;
  /** Hermes says that it carries a summary. */
  readonly isMarked: boolean;
  /** It may carry a summary, be it marked or not; see `mayCarrySummary`. */
  readonly mayCarry: boolean;
  /** The bytes of the text are no UTF-8. */
  readonly isDamaged: boolean;
  /** `message_uid`, empty when the row has none. */
  readonly uid: string;
}

/** A row with all that tells whether it is a copy of another. */
export interface WholeRow extends Row {
  readonly role: string;
  /** Empty when the row has none. */
  readonly toolCallId: string;
  /** Folded away by compaction; may be false where the row is live. */
  readonly isCompacted: boolean;
  /** How many calls it makes, with a name or without. */
  readonly callCount: number;
  /** Of the text; null where they would have to be counted. */
  readonly codePoints: number | null;
  /** The content is JSON, not text. */
  readonly isStructured: boolean;
  readonly cells: RowCells;
}

/** What is stored, as it is. */
interface RowCells {
  readonly role: SqlValue;
  readonly content: SqlValue;
  readonly toolCallId: SqlValue;
  readonly toolCalls: SqlValue;
  readonly toolName: SqlValue;
}
