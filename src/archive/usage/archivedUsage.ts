import type { LocalDay } from '../../calendar/isoDay.ts';
import type { SqliteConnection } from '../../hermes/sqlite/drivers/driver.ts';
import type { UsageRecord } from '../../usage/record.ts';
import type { GuardedFile } from '../file/guardedFile.ts';
import { type UsageReading, usageFromDay, usageMarks, usageSince } from '../tables/usage.ts';
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
    const remains = this.#guarded.ask(
      (archive, isNewer) => {
        const { identity, epoch = 0, change } = this.#look(archive);
        const known = this.#remembered.changeIn(`${identity} ${epoch}`);
        if (known === change && change > 0) return undefined;
        const stored = usageSince(archive, known, isNewer);
        this.#remembered.add(
          stored.map(({ id, record }) => [id, record] as const),
          change,
        );
        return undefined;
      },
      ({ usage }) => usage,
    );
    const records = remains && new Map([...remains].map(([id, { record }]) => [id, record]));
    return this.#remembered.with(this.#unsaved(), records);
  }

  /**
   * The same of sessions of which anything is known on a day or later: few of them are to be read for the last days of
   * a long history. More are returned where all are known already.
   */
  recordsFrom(day: LocalDay): ReadonlyMap<string, UsageRecord> {
    if (this.#unsaved().length > 0 || this.#remembered.isLoaded) return this.records();
    const records = new Map<string, UsageRecord>();
    const remains = this.#guarded.ask(
      (archive, isNewer) => {
        records.clear();
        for (const { id, record } of usageFromDay(archive, day, isNewer)) records.set(id, record);
        return undefined;
      },
      ({ usage }) => usage,
    );
    return remains ? new Map([...remains].map(([id, { record }]) => [id, record])) : records;
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
}
