import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { SnapshotReceiver, SnapshotSender } from '../../../../src/scanning/worker/snapshotPost.ts';

describe('a snapshot on its way to another thread', () => {
  const snapshot = pendingSnapshot('lifetime');
  const other = pendingSnapshot('dashboard');
  const dated = { ...snapshot, generated_at: 5 };

  it('arrives as it was sent, whatever was sent before it', () => {
    const [sender, receiver] = [new SnapshotSender(), new SnapshotReceiver()];
    for (const sent of [snapshot, dated, other, snapshot, snapshot]) {
      const message = { event: 'done', snapshot: sent };
      assert.deepEqual(receiver.unpack(structuredClone(sender.pack(message))), message);
    }
  });

  it('does not carry the achievements of the one before it again', () => {
    const sender = new SnapshotSender();
    sender.pack({ snapshot });
    assert.equal(sender.pack({ snapshot: dated }).snapshot.achievements, null);
    assert.notEqual(sender.pack({ snapshot: other }).snapshot.achievements, null);
  });

  it('may be absent from a message, which arrives as it is', () => {
    const [sender, receiver] = [new SnapshotSender(), new SnapshotReceiver()];
    const message = { event: 'progress', scanned: 3 };
    assert.deepEqual(receiver.unpack(sender.pack(message)), message);
  });
});
