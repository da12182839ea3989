import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const fileOf = (path: string): URL => new URL(`../../../${path}`, import.meta.url);

describe('docs/reliability.md', () => {
  it('names for each promise tests that are there', () => {
    const promises = readFileSync(fileOf('docs/reliability.md'), 'utf8');
    const named = [...promises.matchAll(/`((?:unit|faults|panel|packages|host)\/[\w./]+)`/g)].map(
      ([, name]) => name!,
    );
    assert.ok(named.length > 50);
    assert.deepEqual(
      named.filter(
        (name) => !existsSync(fileOf(`test/${name}.test.ts`)) && !existsSync(fileOf(`test/${name}`)),
      ),
      [],
    );
  });
});
