import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  NO_CALLS,
  readCallDetails,
  readToolCalls,
} from '../../../../../src/hermes/messages/calls/toolCalls.ts';

function namesIn(cell: string): readonly string[] {
  return readToolCalls(cell).names;
}

function namesAndJson(cell: string) {
  const { names, json } = readToolCalls(cell);
  return { names, json };
}

describe('the calls in a tool_calls cell', () => {
  it('are none when the cell is empty, broken, or nothing', () => {
    for (const cell of ['', '[]', 'null', '{}', '""', '0', 'false', '[not json', '[{"name": "x"}']) {
      assert.equal(readToolCalls(cell), NO_CALLS, cell);
    }
  });

  it('are in an object, or a string that holds a list or an object, for all but the older dashboards', () => {
    for (const value of [{ name: 'x' }, '{"name": "x"}', '[{"name": "x"}]']) {
      const { names, stored, listed, count } = readToolCalls(JSON.stringify(value));
      assert.deepEqual([names, stored, listed, count], [['x'], ['x'], [], 1], JSON.stringify(value));
    }
  });

  it('are none in anything else, which is printed all the same', () => {
    for (const value of ['x', '"[{\\"name\\": \\"x\\"}]"', 7, true, [7], [[7]], ['./a.py']]) {
      const cell = JSON.stringify(value);
      const { names, listed, count, json } = readToolCalls(cell);
      assert.deepEqual([names, listed, count, json], [[], [], 0, cell]);
    }
  });

  it('bridged through tool_call have the names in its arguments', () => {
    const bridged = (args: unknown, more = {}) =>
      readToolCalls(JSON.stringify([{ function: { name: 'tool_call', arguments: args }, ...more }]));
    const names = (args: unknown) => bridged(args).names;
    for (const args of [
      { calls: [{ name: 'a' }, 7, { name: '' }, { name: 'b' }] },
      { calls: '[{"name": "a"}, {"name": "b"}]' },
    ]) {
      assert.deepEqual(names(args), ['a', 'b']);
      assert.deepEqual(names(JSON.stringify(args)), ['a', 'b']);
    }
    assert.deepEqual(names({ calls: [], name: 'own' }), ['own']);
    assert.deepEqual(names({ calls: [{ name: 'tool_call', calls: [{ name: 'deep' }] }] }), ['tool_call']);
    for (const nothing of [
      {},
      { name: 5 },
      { name: '' },
      [{ name: 'a' }],
      'broken',
      '"x"',
      7,
      { calls: { name: 'a' } },
      { calls: '[broken' },
    ])
      assert.deepEqual(names(nothing), ['tool_call'], JSON.stringify(nothing));
    assert.deepEqual(bridged({ name: 'a' }).stored, ['tool_call']);
    assert.deepEqual(bridged({ name: 'a' }).listed, ['tool_call']);
    // The function's arguments come first, and only these very letters are the bridge.
    assert.deepEqual(bridged({ name: 'a' }, { arguments: { name: 'b' } }).names, ['a']);
    assert.deepEqual(readToolCalls('[{"name": "tool_call", "arguments": {"name": "a"}}]').names, ['a']);
    assert.deepEqual(readToolCalls('[{"name": "Tool_call", "arguments": {"name": "a"}}]').names, [
      'Tool_call',
    ]);
  });

  it('are named by their function, as model providers write them', () => {
    const cell = '[{"id": "1", "type": "function", "function": {"name": "terminal", "arguments": "{}"}}]';
    assert.deepEqual(namesAndJson(cell), { names: ['terminal'], json: cell });
  });

  it('are read alike whatever keys stand before the function, as long as each is there once', () => {
    for (const keys of [
      '"id": "1", ',
      '"id": "1", "call_id": "c", "type": "function", ',
      '"kind": "x", ',
      '"n": 7, ',
    ]) {
      const cell = `[{${keys}"function": {"name": "a", "arguments": "{\\"x\\": 1}"}}, {"name": "b"}]`;
      assert.deepEqual(namesAndJson(cell), { names: ['a', 'b'], json: cell }, cell);
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
      assert.equal(readToolCalls(broken), NO_CALLS, broken);
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
