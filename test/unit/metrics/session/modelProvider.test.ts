import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLocalModel, providerOf } from '../../../../src/metrics/session/modelProvider.ts';

const PROVIDERS: readonly (readonly [string, string | undefined, string])[] = [
  ['OpenRouter/Anthropic', 'openrouter', 'what stands before a slash'],
  ['my-claude-by-anthropic', 'anthropic', 'a marker anywhere in the name'],
  ['google-openai', 'openai', 'the marker that is first in the list, not in the name'],
  ['gemini-pro', 'google', 'the alias of a marker'],
  ['kimi-k2:free', 'kimi', 'what stands before a colon and a hyphen'],
  ['grok:a-b', 'grok', 'what stands before a colon'],
  ['/x', undefined, 'no provider: nothing stands before the slash'],
  ['/claude', undefined, 'no provider: nothing stands before the slash'],
  [':x', undefined, 'no provider: nothing stands before the colon'],
  ['-y', undefined, 'no provider: nothing stands before the hyphen'],
  ['-:y', undefined, 'no provider: nothing stands before either'],
  [' None ', undefined, 'no provider'],
  ['', undefined, 'no provider'],
];

describe('the provider of a model', () => {
  for (const [name, provider, rule] of PROVIDERS) {
    it(`of "${name}" is ${rule}`, () => assert.equal(providerOf(name), provider));
  }
});

describe('a model of the user own machine', () => {
  for (const name of ['http://LOCALHOST:1234', 'local/x', 'x.gguf', 'vllm-local']) {
    it(`is "${name}"`, () => assert.ok(isLocalModel(name)));
  }

  it('is not one whose name only begins like one', () => assert.ok(!isLocalModel('locality')));
});
