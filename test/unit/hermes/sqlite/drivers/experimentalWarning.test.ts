import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { withoutExperimentalWarning } from '../../../../../src/hermes/sqlite/drivers/experimentalWarning.ts';

describe('loading what Node calls experimental', () => {
  it('is silent about that, and about nothing else', async () => {
    const warned = once(process, 'warning');
    withoutExperimentalWarning(() => {
      process.emitWarning('SQLite is experimental', 'ExperimentalWarning');
      process.emitWarning('Something else is old', 'DeprecationWarning');
    });
    const [warning] = await warned;
    assert.equal(warning.message, 'Something else is old');
  });

  it('leaves the warnings of others as they were', () => {
    const before = process.emitWarning;
    assert.throws(() =>
      withoutExperimentalWarning(() => {
        throw new Error('not there');
      }),
    );
    assert.equal(process.emitWarning, before);
  });
});
