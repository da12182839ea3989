import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Amounts, Use } from '../../../src/hermes/usage/use.ts';
import { costKindOf } from '../../../src/usage/costKind.ts';
import { use } from './support/uses.ts';

describe('the kind of a cost', () => {
  const kinds: readonly (readonly [string | null, Partial<Amounts>, Partial<Use>])[] = [
    ['actual', { actual: 0.7, estimated: 0.9 }, {}],
    ['actual', { input: 1, actual: 0 }, { status: 'actual' }],
    ['estimated', { input: 1, actual: 0, estimated: 0.5 }, { status: 'unknown' }],
    ['estimated', { input: 1, estimated: 1 }, { status: 'included' }],
    ['included', { input: 1, estimated: 0 }, { status: 'included' }],
    ['included', { cache_read: 1 }, { mode: 'subscription_included' }],
    ['included', { input: 1 }, { provider: 'openai-codex', task: 'vision' }],
    ['unpriced', { input: 1 }, { provider: 'openai-codex', status: 'unknown' }],
    ['estimated', { input: 1, estimated: 0 }, { status: 'estimated' }],
    ['unpriced', { input: 1, estimated: 0 }, { status: 'unknown' }],
    ['unpriced', { input: 1 }, { status: 'estimated' }],
    ['unpriced', { input: 1, estimated: 0 }, { status: 'actual' }],
    [null, { api_calls: 3, estimated: 0 }, { status: 'included' }],
  ];
  for (const [kind, amounts, rest] of kinds) {
    it(`is ${kind} of ${JSON.stringify({ ...amounts, ...rest })}`, () => {
      assert.equal(costKindOf({ ...use(amounts), ...rest, amounts: use(amounts).amounts }), kind);
    });
  }
});
