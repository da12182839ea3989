import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PanelSnapshot, ToWebview } from '../../../../../../src/surfaces/panel/protocol.ts';
import { INITIAL_MODEL, type PanelModel } from '../../../../../../src/surfaces/panel/webview/model/model.ts';
import { scanTold } from '../../../../../../src/surfaces/panel/webview/model/scanTold.ts';

type Ended = Extract<ToWebview, { type: 'scanEnded' }>;

const loud = { quiet: false, scanned: 0, total: null, remaining_ms: null };
const quiet = { ...loud, quiet: true };
const snapshot = { unlocked_count: 31, total_count: 60 } as PanelSnapshot;
const after: PanelModel = { ...INITIAL_MODEL, snapshot };
const ended = (outcome: Ended['outcome']): Ended => ({
  type: 'scanEnded',
  outcome,
  message: null,
  unlocks: [],
});

describe('what is told of a scan', () => {
  it('is its beginning, aloud only, and not how far it is', () => {
    const before = { ...after, scan: null };
    const told = scanTold(before, { type: 'scanProgress', scan: loud }, after);
    assert.deepEqual(told, { words: 'The scan has begun.', manner: 'spoken' });
    assert.equal(scanTold({ ...after, scan: loud }, { type: 'scanProgress', scan: loud }, after), undefined);
  });

  it('is how it ends, with the figures it found', () => {
    const told = (outcome: Ended['outcome']) => scanTold({ ...after, scan: loud }, ended(outcome), after);
    assert.deepEqual(told('done'), {
      words: 'Hermes history read. 31 of 60 badges unlocked.',
      manner: 'passing',
    });
    assert.equal(told('failed')?.words, 'The scan failed.');
    assert.equal(told('cancelled')?.words, 'The scan was cancelled.');
  });

  it('is nothing of a refresh behind the scenes, nor of one that was over before it was heard of', () => {
    assert.equal(scanTold({ ...after, scan: null }, { type: 'scanProgress', scan: quiet }, after), undefined);
    for (const scan of [quiet, null])
      assert.equal(scanTold({ ...after, scan }, ended('done'), after), undefined);
  });
});
