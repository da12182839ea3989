import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScanTracker } from '../../../src/host/scanTracker.ts';
import { errorEvent, type MetadataEvent, type ProgressEvent } from '../../../src/scanning/events.ts';
import { problem } from '../../../src/words/problem.ts';

const BEGIN: MetadataEvent = {
  event: 'metadata',
  scan_id: 'a',
  mode: 'incremental',
  sessions_expected_total: 40,
  first_scan: false,
};
const PROGRESS: ProgressEvent = {
  event: 'progress',
  scan_id: 'a',
  scanned: 10,
  total: 40,
  elapsed_ms: 100,
  remaining_ms: 300,
};

describe('following a scan', () => {
  it('knows nothing while none runs', () => {
    assert.equal(new ScanTracker().view, null);
  });

  it('tells how far it is', () => {
    const tracker = new ScanTracker();
    tracker.receive(BEGIN, true);
    tracker.receive(PROGRESS, true);
    assert.deepEqual(tracker.view, { quiet: true, scanned: 10, total: 40, remaining_ms: 300 });
  });

  it('is quiet about a refresh behind figures that are shown', () => {
    const tracker = new ScanTracker();
    tracker.receive(BEGIN, true);
    assert.equal(tracker.view?.quiet, true);
  });

  it('is loud about a first scan, a full one, and one behind nothing', () => {
    for (const [event, hasFigures] of [
      [{ ...BEGIN, first_scan: true }, true],
      [{ ...BEGIN, mode: 'full' as const }, true],
      [BEGIN, false],
    ] as const) {
      const tracker = new ScanTracker();
      tracker.receive(event, hasFigures);
      assert.equal(tracker.view?.quiet, false);
    }
  });

  it('is loud about the one scan that the user asked for', () => {
    const tracker = new ScanTracker();
    tracker.expect();
    tracker.receive(BEGIN, true);
    assert.equal(tracker.view?.quiet, false);
    tracker.receive(
      errorEvent('a', problem('scan.cancelled'), { cancelled: true, snapshot_available: true }),
      true,
    );
    tracker.receive(BEGIN, true);
    assert.equal(tracker.view?.quiet, true);
  });

  it('begins at once for a user who asked, whatever it still waits for', () => {
    const tracker = new ScanTracker();
    tracker.expect();
    assert.deepEqual(tracker.view, { quiet: false, scanned: 0, total: null, remaining_ms: null });
  });

  it('becomes loud when the user asks for a scan while one runs', () => {
    const tracker = new ScanTracker();
    tracker.receive(BEGIN, true);
    tracker.expect();
    assert.equal(tracker.view?.quiet, false);
  });
});
