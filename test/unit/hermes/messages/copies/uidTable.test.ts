import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { UidTable } from '../../../../../src/hermes/messages/copies/uidTable.ts';

const MANY = 190_000;

/** Uids of kinds that look alike: as Hermes makes them, and as a migration or another program might. */
const KINDS: Readonly<Record<string, (index: number) => string>> = {
  'drawn at random': (index) => createHash('md5').update(`${index}`).digest('hex'),
  'counted up': (index) => `msg-${index}`,
  'counted up, padded': (index) => index.toString().padStart(12, '0'),
  'of every other character': (index) => [...index.toString(2)].join('-'),
  'of one character, longer and longer': (index) => 'x'.repeat(index % 128) + (index >> 7),
};

describe('a table of uids', () => {
  for (const [kind, uidOf] of Object.entries(KINDS)) {
    it(`takes no uid for another, however many there are: ${kind}`, () => {
      const table = new UidTable();
      const different = new Set<string>();
      for (let index = 0; index < MANY; index++) {
        const uid = uidOf(index);
        assert.equal(table.add(uid), !different.has(uid), uid);
        different.add(uid);
      }
      assert.equal(table.size, different.size);
    });
  }

  it('knows what was written down, in six characters a uid, and what came since', () => {
    const [before, after] = [new UidTable(), new UidTable()];
    for (let index = 0; index < 5_000; index++) before.add(`uid ${index}`);
    after.add('of another session');
    const frozen = before.freeze();
    assert.ok(frozen.length < 6 * 5_000);
    after.thaw(frozen);
    assert.equal(after.add('of another session'), true);
    assert.equal(after.size, 5_001);
    for (let index = 0; index < 5_000; index++) assert.equal(after.add(`uid ${index}`), false);
    const again = new UidTable();
    again.thaw(after.freeze());
    assert.deepEqual(
      ['uid 7', 'of another session', 'uid 5000'].map((uid) => again.add(uid)),
      [false, false, true],
    );
  });

  it('knows none of them after it was emptied, whether it had grown or not', () => {
    for (const count of [10, 10_000]) {
      const table = new UidTable();
      for (let index = 0; index < count; index++) table.add(`uid ${index}`);
      table.clear();
      assert.equal(table.size, 0);
      assert.equal(table.add('uid 1'), true);
    }
  });
});
