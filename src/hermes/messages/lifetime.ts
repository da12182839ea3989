import { withoutSummaries } from './copies/carrier.ts';
import { AllCopies, PassingCopies } from './copies/groups.ts';
import { identityOf } from './copies/identity.ts';
import type { Message } from './message.ts';
import type { WholeRow } from './rows/row.ts';
import { START_OVER } from './rows/startOver.ts';

/** How the rows of one session are read. */
export interface RowSource {
  /** All of them, by id; may be asked for again. */
  readonly rows: () => Iterable<WholeRow>;
  readonly row: (id: number) => WholeRow;
  /** A row's timestamp, valid or not, as a text that is the same for equal ones only. */
  readonly storedTimestamp: (id: number) => string;
  /** The valid timestamps that more than one row has. */
  readonly repeatedTimestamps: () => ReadonlySet<number>;
}

/** What is asked and told while the rows of a session are gone through. */
export interface Selection {
  /** Rows carried over from another session have a timestamp before this; -Infinity where there are none. */
  readonly carriedBefore: number;
  /** Is told of every row once. @returns false where a row with the same uid may have come before */
  readonly onRow: (row: WholeRow) => boolean;
  /** Is told where a row does not count as it stands: a copy, carried over, or with a summary. */
  readonly onChanged: () => void;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * What really happened in a session, each thing once (counting.md, "lifetime"), as its rows come. Only rows that share
 * their timestamp or their uid with another are looked at closely.
 * @throws START_OVER where only all of its rows tell which of them count: then `lifetimeInTwoPasses` does
 */
export function* lifetimeMessages(source: RowSource, selection: Selection): Generator<Message, void, void> {
  const copies = new PassingCopies();
  const repeated = source.repeatedTimestamps();
  for (const row of source.rows()) {
    const isNewUid = selection.onRow(row);
    const real = realMessage(row, selection.carriedBefore);
    if (real !== row) selection.onChanged();
    if (!real) continue;
    const isSingle = row.timestamp !== null && isNewUid && !repeated.has(row.timestamp);
    if (!isSingle) {
      // The other row with this uid was passed by.
      if (!isNewUid && !copies.hasUid(row.uid)) throw START_OVER;
      if (copies.isCopy(row.id, identityOf(real, source.storedTimestamp))) {
        selection.onChanged();
        continue;
      }
    }
    yield real;
  }
}

/** The same for any session: its rows are gone through once to find out which of them count, and once to read those. */
export function* lifetimeInTwoPasses(
  source: RowSource,
  selection: Selection,
): Generator<Message, void, void> {
  const copies = new AllCopies();
  for (const row of source.rows()) {
    selection.onRow(row);
    const real = realMessage(row, selection.carriedBefore);
    if (real) copies.add(row.id, identityOf(real, source.storedTimestamp));
  }
  selection.onChanged();
  const counted = copies.counted();
  for (const row of source.rows()) {
    const content = counted.get(row.id);
    if (content === undefined) continue;
    const { timestamp, id } = row;
    const real = realMessage(content === id ? row : source.row(content), -Infinity)!;
    yield content === id ? real : { ...real, id, timestamp };
  }
}

/**
 * The message that a row holds, without any summary; undefined where there is none, or it belongs to another session.
 * The very row where all of it is the message.
 */
function realMessage(row: WholeRow, carriedBefore: number): WholeRow | undefined {
  const isCarried = row.timestamp !== null && row.timestamp < carriedBefore;
  if (!row.mayCarry) return isCarried ? undefined : row;
  const isPerson = row.role === 'user' || row.role === 'assistant';
  if (!row.isMarked && (!isPerson || row.isStructured)) return isCarried ? undefined : row;
  const text = decoder.decode(row.text);
  const rest = withoutSummaries(text, row.isMarked);
  const isCarrier = row.isMarked || rest !== text;
  const isNothing = isCarrier && rest === '' && row.callCount === 0 && row.toolCallId === '';
  if (isCarried || isNothing) return undefined;
  return rest === text ? row : { ...row, text: encoder.encode(rest), codePoints: null, isDamaged: false };
}
