import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HistoryScan } from '../../../../src/scanning/scan/historyScan.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { historyScanOf } from '../support/historyScans.ts';

/** So much text that counting goes on from a bookmark. */
const LONG_TEXT = `git commit, error in ./src/file.ts\n${'x'.repeat(3 << 20)}`;
const MORE = { content: 'Traceback: another error in ./src/other.ts', role: 'tool' };

describe('a session that changes between the look at the history and the reading of it', () => {
  let home: TemporaryHome;
  let scans: HistoryScan[];
  /** What Hermes does when a scan knows what to read, and has not begun to. */
  let meanwhile: () => void;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'long' }, [{ content: 'fix it' }, { content: LONG_TEXT }, { content: 'again' }]);
    home.addSession({ id: 'other' }, [MORE]);
    scans = [];
    meanwhile = () => undefined;
  });
  afterEach(() => {
    for (const scan of scans) scan.close();
    home.remove();
  });

  function open(): HistoryScan {
    const scan = historyScanOf(home.path, () => meanwhile());
    scans.push(scan);
    return scan;
  }

  async function run(scan: HistoryScan, { settles = true } = {}) {
    const request = { id: 'scan', full: false, requestedAt: 0, startedAt: 0, first: false };
    const { ledger, meta, settle } = await scan.run(
      request,
      { mode: 'dashboard', generation: 3 },
      () => undefined,
    );
    meanwhile = () => undefined;
    if (settles) settle();
    const rows = ledger.get('long')?.rows;
    return { known: { figures: ledger.figures(), rows }, analysed: meta.sessions_rescanned };
  }

  /** A scan that has seen the history, to which Hermes has appended since. */
  async function openBeforeMore(): Promise<HistoryScan> {
    const scan = open();
    await run(scan);
    home.addMessage('long', MORE);
    return scan;
  }

  async function assertSameAsAnew(scan: HistoryScan): Promise<void> {
    const { known } = await run(scan);
    assert.deepEqual(known, (await run(open())).known);
  }

  it('is read as it is then', async () => {
    const scan = await openBeforeMore();
    meanwhile = () => void home.addMessage('long', MORE);
    const { known } = await run(scan);
    assert.deepEqual(known, (await run(open())).known);
  });

  it('is not read again when nothing more happens', async () => {
    const scan = await openBeforeMore();
    meanwhile = () => void home.addMessage('long', MORE);
    await run(scan);
    assert.equal((await run(scan)).analysed, 0);
  });

  it('is looked at again, in case that what was read is gone by then', async () => {
    const scan = await openBeforeMore();
    let added = 0;
    meanwhile = () => {
      added = home.addMessage('long', MORE);
    };
    await run(scan);
    home.deleteMessage(added);
    await assertSameAsAnew(scan);
  });

  it('is counted from the start when its older messages were rewound and taken up again', async () => {
    const scan = await openBeforeMore();
    meanwhile = () => home.rewind(3);
    await run(scan);
    home.editMessage(3, { active: 1 });
    home.addMessage('long', MORE);
    await assertSameAsAnew(scan);
  });

  it('is counted once when the scan that read it was never finished', async () => {
    const scan = await openBeforeMore();
    await run(scan, { settles: false });
    home.addMessage('long', MORE);
    await assertSameAsAnew(scan);
  });
});
