import type { LocalDay } from '../../calendar/isoDay.ts';
import type { SqliteConnection } from '../../hermes/sqlite/drivers/driver.ts';
import type { UsageRecord } from '../../usage/record.ts';
import type { GuardedFile } from '../file/guardedFile.ts';
import { ALL_DAYS, type UsageReading, usageMarks, usageSince } from '../tables/usage.ts';
import { RememberedUsage } from './remembered.ts';

/** What tells whether an archive is the same still, and how far it has got. */
export interface Look {
  readonly identity: string | undefined;
  readonly epoch: number | undefined;
  readonly change: number;
}

/** What an archive remembers of the usage of sessions. */
export class ArchivedUsage {
  readonly #guarded: GuardedFile;
  readonly #unsaved: () => readonly UsageReading[];
  readonly #look: (archive: SqliteConnection) => Look;
  readonly #remembered = new RememberedUsage();

  /** @param unsaved what could not be written yet */
  constructor(
    guarded: GuardedFile,
    unsaved: () => readonly UsageReading[],
    look: (archive: SqliteConnection) => Look,
  ) {
    this.#guarded = guarded;
    this.#unsaved = unsaved;
    this.#look = look;
  }

  /** What each session used, by id; loaded when it is first asked for, and from then on what is new of it. */
  records(): ReadonlyMap<string, UsageRecord> {
    return this.recordsFrom(ALL_DAYS);
  }

  /**
   * The same of sessions of which anything is known on a day or later: few of them are to be read for the last days of
   * a long history. More are returned where more are known already.
   */
  recordsFrom(day: LocalDay): ReadonlyMap<string, UsageRecord> {
    // What could not be written yet may belong to any session, and is booked to what is known of it.
    const from = this.#unsaved().length > 0 ? ALL_DAYS : day;
    const remains = this.#guarded.ask(
      (archive, isNewer) => {
        this.#load(archive, from, isNewer);
        return undefined;
      },
      ({ usage }) => usage,
    );
    const records = remains && new Map([...remains].map(([id, { record }]) => [id, record]));
    return this.#remembered.with(this.#unsaved(), records);
  }

  /** The mark of what was last read of what each session used. */
  marks(): ReadonlyMap<string, number> {
    const stored = this.#guarded.ask(
      usageMarks,
      ({ usage }) => new Map([...usage].map(([id, { mark }]) => [id, mark])),
    );
    const marks = stored ?? new Map<string, number>();
    for (const { use } of this.#unsaved()) marks.set(use.id, use.mark);
    return marks;
  }

  /** What is new since the last time, or everything where an earlier day is asked for than ever before. */
  #load(archive: SqliteConnection, day: LocalDay, isNewer: boolean): void {
    const { identity, epoch = 0, change } = this.#look(archive);
    const after = this.#remembered.missingAfter(`${identity} ${epoch}`, change, day);
    if (after === undefined) return;
    const stored = usageSince(archive, { after, from: this.#remembered.since }, isNewer);
    this.#remembered.add(
      stored.map(({ id, record }) => [id, record] as const),
      change,
    );
  }
}
