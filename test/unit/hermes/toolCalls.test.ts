import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCallDetails, readToolCalls } from '../../../src/hermes/toolCalls.ts';

function namesIn(cell: string): readonly string[] {
  return readToolCalls(cell).names;
}

describe('the calls in a tool_calls cell', () => {
  it('are none when the cell is empty, broken, or no list', () => {
    for (const cell of ['', '[]', 'null', '{}', '{"name": "x"}', '"x"', '[not json', '[{"name": "x"}']) {
      assert.deepEqual(readToolCalls(cell), { names: [], json: null }, cell);
    }
  });

  it('are named by their function, as model providers write them', () => {
    const cell = '[{"id": "1", "type": "function", "function": {"name": "terminal", "arguments": "{}"}}]';
    assert.deepEqual(readToolCalls(cell), { names: ['terminal'], json: cell });
  });

  it('are read alike whatever keys stand before the function, as long as each is there once', () => {
    for (const keys of [
      '"id": "1", ',
      '"id": "1", "call_id": "c", "type": "function", ',
      '"kind": "x", ',
      '"n": 7, ',
    ]) {
      const cell = `[{${keys}"function": {"name": "a", "arguments": "{\\"x\\": 1}"}}, {"name": "b"}]`;
      assert.deepEqual(readToolCalls(cell), { names: ['a', 'b'], json: cell }, cell);
    }
    const twice = '[{"id": "/home/x.ts", "id": "1", "function": {"name": "a", "arguments": ""}}]';
    assert.equal(readToolCalls(twice).json, '[{"id": "1", "function": {"name": "a", "arguments": ""}}]');
  });

  it('of the usual shape end with the list, and nothing after it', () => {
    const call = '{"function": {"name": "a", "arguments": "x"}}';
    assert.deepEqual(namesIn(`[${call}, ${call}]`), ['a', 'a']);
    for (const broken of [
      `[${call}, ]`,
      `[${call}]]`,
      `[${call}] x`,
      `[${call}, ${call}`,
      `[${call}${call}]`,
    ]) {
      assert.deepEqual(readToolCalls(broken), { names: [], json: null }, broken);
    }
  });

  it('that hold a slash escaped, or a character that Python escapes, are printed its way', () => {
    for (const [given, printed] of [
      ['a\\/b', 'a/b'],
      ['é', '\\u00e9'],
      ['\\u0041', 'A'],
    ]) {
      const cell = (text: string) => `[{"function": {"name": "a", "arguments": "${text}"}}]`;
      assert.equal(readToolCalls(cell(given!)).json, cell(printed!));
    }
  });

  it('are named by their own name first', () => {
    assert.deepEqual(
      namesIn('[{"name": "a", "function": {"name": "b"}}, {"name": "", "function": {"name": "c"}}]'),
      ['a', 'c'],
    );
  });

  it('take a name that Python takes for false as none', () => {
    for (const nothing of ['null', 'false', '0', '0.0', '[]', '{}', '""']) {
      assert.deepEqual(namesIn(`[{"name": ${nothing}, "function": {"name": "b"}}]`), ['b'], nothing);
    }
  });

  it('pass over an empty name, wherever it stands', () => {
    assert.deepEqual(namesIn('[{"function": {"name": ""}}, {"name": "", "function": {"name": ""}}]'), []);
  });

  it('pass over elements that are no objects, and calls without any name', () => {
    assert.deepEqual(
      namesIn('["x", 1, null, [{"name": "in"}], {}, {"function": "f"}, {"function": null}, {"name": "a"}]'),
      ['a'],
    );
  });

  it('print numbers and booleans given as names, and drop lists and objects', () => {
    assert.deepEqual(
      namesIn('[{"name": 5}, {"name": 1.50}, {"name": true}, {"name": [1]}, {"name": {"a": 1}}]'),
      ['5', '1.5', 'True'],
    );
    assert.deepEqual(namesIn('[{"function": {"name": 7}}, {"function": {"name": false}}]'), ['7']);
  });

  it('are printed whole in the manner of Python, elements without a name included', () => {
    assert.equal(readToolCalls('["é",{"name":"a","n":1.0}]').json, '["\\u00e9", {"name": "a", "n": 1.0}]');
  });

  it('decode escaped names', () => {
    assert.deepEqual(namesIn('[{"name": "caf\\u00e9"}]'), ['café']);
  });

  it('survive nesting of any depth', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    assert.deepEqual(namesIn(`[{"name": "a", "arguments": ${deep}}]`), ['a']);
  });

  it('show their arguments to people as text', () => {
    const cell =
      '[{"function": {"name": "a", "arguments": "{\\"x\\": 1}"}}, {"name": "b", "arguments": {"y": [1]}}, 3, {}]';
    assert.deepEqual(readCallDetails(cell), [
      { name: 'a', arguments: '{"x": 1}' },
      { name: 'b', arguments: '{"y": [1]}' },
      { name: '', arguments: '' },
    ]);
    assert.deepEqual(readCallDetails('no json'), []);
  });
});
