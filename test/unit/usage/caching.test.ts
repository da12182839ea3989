import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cacheHitRate } from '../../../src/usage/caching.ts';

describe('the cache hit rate', () => {
  it('is the share of what was sent that came from the cache', () => {
    assert.equal(cacheHitRate({ input: 10, cache_read: 75, cache_write: 15 }), 0.75);
    assert.equal(cacheHitRate({ input: 10, cache_read: 0, cache_write: 0 }), 0);
  });

  it('is not known where nothing was sent', () => {
    assert.equal(cacheHitRate({ input: 0, cache_read: 0, cache_write: 0 }), null);
  });
});
