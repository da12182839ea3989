import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Fault } from '../../mutations/fault.ts';
import { reasonsAgainst } from '../../mutations/stale.ts';

const FAULT: Fault = {
  name: 'the door stays open',
  file: 'door.ts',
  text: 'door.close();',
  replacement: '',
  matters: 'It is cold',
  tests: ['door'],
};

/** A checkout of one source and its test. */
function checkoutOf(t: TestContext, source: string): string {
  const checkout = mkdtempSync(join(tmpdir(), 'stale-'));
  t.after(() => rmSync(checkout, { recursive: true }));
  mkdirSync(join(checkout, 'src'));
  mkdirSync(join(checkout, 'test', 'unit'), { recursive: true });
  writeFileSync(join(checkout, 'src', 'door.ts'), source);
  writeFileSync(join(checkout, 'test', 'unit', 'door.test.ts'), '');
  return checkout;
}

describe('a fault of the list', () => {
  it('can be put in where its text stands once', (t) => {
    assert.deepEqual(reasonsAgainst(FAULT, checkoutOf(t, 'door.close();')), []);
  });

  for (const [why, source, fault, reason] of [
    ['whose text is gone', 'door.shut();', FAULT, /src\/door\.ts has 0 times: door\.close\(\);$/],
    ['whose text stands twice', 'door.close();door.close();', FAULT, /src\/door\.ts has 2 times/],
    ['whose source has moved', '', { ...FAULT, file: 'house/door.ts' }, /src\/house\/door\.ts, which is not/],
    ['whose test has moved', 'door.close();', { ...FAULT, tests: ['door', 'key'] }, /by key, which is not/],
    ['that changes nothing', 'door.close();', { ...FAULT, replacement: FAULT.text }, /changes nothing$/],
    ['that leaves no program', 'door.close();', { ...FAULT, replacement: '(' }, /leaves no program: /],
  ] as const)
    it(`${why} cannot be put in, and it is said why`, (t) => {
      const [first, ...others] = reasonsAgainst(fault, checkoutOf(t, source));
      assert.match(first ?? '', reason);
      assert.match(first ?? '', /^"the door stays open"/);
      assert.deepEqual(others, []);
    });

  it('is told of each of its matters that are stale', (t) => {
    const fault = { ...FAULT, tests: ['key', 'lock'] };
    assert.equal(reasonsAgainst(fault, checkoutOf(t, 'door.shut();')).length, 3);
  });
});
