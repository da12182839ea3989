import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { countSession } from '../../../../src/scanning/analysis/countSession.ts';
import { CancelFlag, ScanCancelled } from '../../../../src/scanning/worker/cancelFlag.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const ROWS = 50;

/** Is raised when it is looked at for so many a time. */
class RaisedAt extends CancelFlag {
  looks = 0;
  readonly #at: number;

  constructor(at: number) {
    super();
    this.#at = at;
  }

  override throwIfRaised(): void {
    if (++this.looks === this.#at) this.raise();
    super.throwIfRaised();
  }
}

describe('the counting of a session', () => {
  for (const { what, isLive, generation } of [
    { what: 'plain', isLive: true, generation: null },
    { what: 'with rows that are not live', isLive: false, generation: null },
    { what: 'with rows that are not live, for a dashboard', isLive: false, generation: 1 },
  ] as const) {
    it(`ends at the row at which it is cancelled: a session ${what}`, async (t) => {
      const home = TemporaryHome.create();
      t.after(() => home.remove());
      const rows = Array.from({ length: ROWS }, (_, n) => ({
        content: `${n}`,
        timestamp: 1_772_345_700 + n,
      }));
      home.addSession({ id: 's' }, rows);
      const { driver } = await loadDriver();
      const database = SessionDatabase.open(home.path, driver);
      t.after(() => database.close());
      const session = {
        id: 's',
        startedAt: 1_772_345_700,
        carriedBefore: -Infinity,
        range: {},
        isLive,
        generation,
      };
      const passes = generation === null ? 1 : 2;
      for (const at of [1, passes * ROWS]) {
        const cancel = new RaisedAt(at);
        assert.throws(() => countSession(database, session, cancel), ScanCancelled);
        assert.equal(cancel.looks, at);
      }
    });
  }
});
