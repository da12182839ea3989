import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { SnapshotReceiver, SnapshotSender } from '../../../../src/scanning/worker/snapshotPost.ts';

describe('a snapshot on its way to another thread', () => {
  const snapshot = pendingSnapshot('lifetime');
  const other = pendingSnapshot('dashboard');
  const dated = { ...snapshot, generated_at: 5 };
  const busy = { ...dated, days: [{ day: '2026-01-02', sessions: 1, messages: 2, tool_calls: 3 }] };

  it('arrives as it was sent, whatever was sent before it', () => {
    const [sender, receiver] = [new SnapshotSender(), new SnapshotReceiver()];
    for (const sent of [snapshot, dated, busy, other, snapshot, snapshot]) {
      const message = { event: 'done', snapshot: sent };
      assert.deepEqual(receiver.unpack(structuredClone(sender.pack(message))), message);
    }
  });

  it('does not carry the achievements and the days of the one before it again', () => {
    const sender = new SnapshotSender();
    const bulk = (sent: typeof snapshot) => {
      const { achievements, days } = sender.pack({ snapshot: sent }).snapshot;
      return [achievements, days];
    };
    bulk(snapshot);
    assert.deepEqual(bulk(dated), [null, null]);
    assert.deepEqual(bulk(other), [other.achievements, other.days]);
    const moved = { ...other, days: busy.days };
    assert.deepEqual(bulk(moved), [null, busy.days]);
  });

  it('may be absent from a message, which arrives as it is', () => {
    const [sender, receiver] = [new SnapshotSender(), new SnapshotReceiver()];
    const message = { event: 'progress', scanned: 3 };
    assert.deepEqual(receiver.unpack(sender.pack(message)), message);
  });
});
