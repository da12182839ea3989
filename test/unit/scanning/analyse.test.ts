import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CheckpointEntry } from '../../../src/files/checkpointEntry.ts';
import { statsFor } from '../../../src/files/checkpointEntry.ts';
import { SessionDatabase } from '../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../src/hermes/sqlite/loadDriver.ts';
import { type Analysis, analyseSession } from '../../../src/scanning/analyse.ts';
import { CancelFlag } from '../../../src/scanning/cancelFlag.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';

const { driver } = await loadDriver();

/** So much text that counting goes on from a bookmark. */
const LONG_TEXT = { content: `git commit, error in ./src/file.ts\n${'x'.repeat(3 << 20)}` };
const FIRST = 1;
const SECOND = 2;

describe('a long session that grew', () => {
  let home: TemporaryHome;
  let database: SessionDatabase;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'long' }, [
      { content: 'error in ./src/first.ts' },
      { content: 'docker build, error, error' },
      LONG_TEXT,
    ]);
    database = SessionDatabase.open(home.path, driver);
  });
  afterEach(() => {
    database.close();
    home.remove();
  });

  function analyse(known?: CheckpointEntry, cancel = new CancelFlag()): Analysis {
    const assignment = { id: 'long', rows: 0, others: undefined, known };
    return analyseSession(database, assignment, 'lifetime', cancel)!;
  }

  /** Counts the session, lets something happen to it, and counts it again from what is known. */
  function analyseAfter(before: () => void, change: () => void): Analysis {
    before();
    const { entry } = analyse();
    change();
    home.addMessage('long', { content: 'one more error' });
    return analyse(entry);
  }

  function assertCountedFromTheStart({ entry, messagesRead }: Analysis, messages: number): void {
    assert.equal(messagesRead, messages);
    const { entry: anew } = analyse();
    for (const mode of ['dashboard', 'lifetime'] as const) {
      assert.deepEqual(statsFor(entry, mode), statsFor(anew, mode), mode);
    }
  }

  const nothing = (): void => undefined;

  it('is gone on with where nothing else happened', () => {
    const { messagesRead, entry } = analyseAfter(nothing, nothing);
    assert.equal(messagesRead, 1);
    assert.deepEqual(entry.stats, analyse().entry.stats);
  });

  it('is counted from the start where one message was taken back and another one taken up', () => {
    const again = analyseAfter(
      () => home.rewind(FIRST),
      () => {
        home.rewind(SECOND);
        home.editMessage(FIRST, { active: 1 });
      },
    );
    assertCountedFromTheStart(again, 3);
  });

  it('is counted from the start where one of its compacted messages was deleted', () => {
    const again = analyseAfter(
      () => home.compact(FIRST, SECOND),
      () => home.deleteMessage(SECOND),
    );
    assertCountedFromTheStart(again, 3);
  });

  it('is counted from the start where what was appended is compacted already, and nothing was before', () => {
    const again = analyseAfter(nothing, () => {
      home.compact(home.addMessage('long', { content: 'docker, error' }));
    });
    assertCountedFromTheStart(again, 5);
  });

  it('counts compacted messages in lifetime mode alone', () => {
    home.compact(SECOND);
    const { entry } = analyse();
    const errors = (mode: 'dashboard' | 'lifetime') => statsFor(entry, mode)!.error_count;
    assert.deepEqual(
      [statsFor(entry, 'dashboard')!.message_count, statsFor(entry, 'lifetime')!.message_count],
      [2, 3],
    );
    assert.ok(errors('lifetime') > errors('dashboard'));
  });

  it('is left off at the next message when the scan is cancelled', () => {
    const cancel = new CancelFlag();
    cancel.raise();
    assert.throws(() => analyse(undefined, cancel), { name: 'ScanCancelled' });
  });
});
