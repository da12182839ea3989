import type { Generation } from '../../hermes/historyMode.ts';
import type { RowRange } from '../../hermes/messages/rows/reader.ts';
import type { Row } from '../../hermes/messages/rows/row.ts';
import { SeenRows } from '../../hermes/messages/rows/seen.ts';
import { START_OVER } from '../../hermes/messages/rows/startOver.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { CancelFlag } from '../worker/cancelFlag.ts';
import type { Bookmark } from './bookmark.ts';
import { Tallies } from './tallies.ts';

/** What is to be counted. */
export interface SessionToCount {
  readonly id: string;
  /** Epoch seconds; null without a valid one. */
  readonly startedAt: number | null;
  /** Rows with a timestamp before this are carried over from another session; -Infinity where none are. */
  readonly carriedBefore: number;
  /** Where its rows lie. */
  readonly range: RowRange;
  /** All its rows are live. */
  readonly isLive: boolean;
  /** The dashboard to count for too; null for none. */
  readonly generation: Generation | null;
}

/** What came of it. */
export interface CountedSession {
  readonly tallies: Tallies;
  /** Rows that were read, each as often as it was. */
  readonly rowsRead: number;
  /** Bytes of the texts that were read. */
  readonly bytes: number;
  /** Rows that had to be repaired to be read, each once. */
  readonly repaired: number;
}

/** Its memory is used again by the next session; sessions are counted one after another. */
const seen = new SeenRows();

/**
 * Counts one session: row by row as long as each is plainly a message of its own; where that does not hold, once more
 * with all that tells copies apart; and where only all rows together tell, in two passes.
 * @throws ScanCancelled, HermesDatabaseError
 */
export function countSession(
  database: SessionDatabase,
  session: SessionToCount,
  cancel: CancelFlag,
): CountedSession {
  const counting = new Counting(database, session, cancel);
  return (
    (session.isLive ? counting.attempt(() => counting.plainly()) : undefined) ??
    counting.attempt(() => counting.carefully(1)) ??
    counting.attempt(() => counting.carefully(2))!
  );
}

/**
 * Goes on counting from a bookmark.
 * @param afterId the greatest row id there was
 * @returns undefined where a row that was appended may be a copy of one that was there
 * @throws ScanCancelled, HermesDatabaseError
 */
export function resumeCounting(
  database: SessionDatabase,
  session: SessionToCount,
  bookmark: Bookmark,
  afterId: number,
  cancel: CancelFlag,
): CountedSession | undefined {
  const counting = new Counting(database, session, cancel);
  return counting.attempt(() => counting.onFrom(bookmark, afterId));
}

class Counting {
  readonly #database: SessionDatabase;
  readonly #session: SessionToCount;
  readonly #cancel: CancelFlag;
  #rowsRead = 0;
  #bytes = 0;

  constructor(database: SessionDatabase, session: SessionToCount, cancel: CancelFlag) {
    this.#database = database;
    this.#session = session;
    this.#cancel = cancel;
  }

  /** @returns undefined where it has to be started over in another way */
  attempt(count: () => Tallies): CountedSession | undefined {
    const repairsBefore = this.#database.messages.repairs;
    this.#bytes = 0;
    try {
      const tallies = count();
      const repaired = this.#database.messages.repairs - repairsBefore;
      return { tallies, rowsRead: this.#rowsRead, bytes: this.#bytes, repaired };
    } catch (error) {
      if (error === START_OVER) return undefined;
      throw error;
    }
  }

  plainly(): Tallies {
    const { id, range, generation, carriedBefore, startedAt } = this.#session;
    seen.clear();
    const tallies = new Tallies(startedAt, generation, seen);
    const plain = this.#database.messages.plainRows(seen, carriedBefore);
    for (const row of this.#database.messages.rows(id, range, generation)) {
      this.#note(row);
      plain.add(row);
      tallies.addPlain(row);
    }
    return tallies;
  }

  onFrom(bookmark: Bookmark, afterId: number): Tallies {
    const { id, range, generation, carriedBefore, startedAt } = this.#session;
    seen.thaw(bookmark.rows);
    const tallies = new Tallies(startedAt, generation, seen, bookmark);
    for (const row of this.#database.messages.rows(id, { ...range, afterId }, generation)) {
      this.#note(row);
      seen.addNew(row, carriedBefore);
      tallies.addPlain(row);
    }
    return tallies;
  }

  carefully(passes: 1 | 2): Tallies {
    const { id, range, generation, carriedBefore, startedAt, isLive } = this.#session;
    seen.clear();
    const tallies = new Tallies(startedAt, generation, seen);
    if (!isLive) tallies.rowsDiffer();
    const selection = {
      carriedBefore,
      onRow: (row: Row) => {
        this.#note(row);
        tallies.look(row);
        const isNewUid = seen.add(row);
        if (!isNewUid) tallies.rowsDiffer();
        return isNewUid;
      },
      onChanged: () => tallies.rowsDiffer(),
    };
    for (const message of this.#database.messages.lifetime(id, range, selection, passes))
      tallies.addLifetime(message);
    if (generation !== null && tallies.hasOwnDashboard) {
      for (const message of this.#database.messages.dashboard(id, range, generation)) {
        this.#cancel.throwIfRaised();
        tallies.addDashboard(message);
      }
    }
    return tallies;
  }

  #note({ text }: Row): void {
    this.#cancel.throwIfRaised();
    this.#rowsRead++;
    this.#bytes += text.length;
  }
}
