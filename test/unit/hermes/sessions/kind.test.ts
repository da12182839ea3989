import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Child, kindOf, type Parent, Rings } from '../../../../src/hermes/sessions/kind.ts';
import { lineageMarks } from '../../../../src/hermes/sessions/lineageMarks.ts';

const CHILD: Child = { id: 'c', parent: 'p', startedAt: 100, source: 'cli', sessionKey: null, marks: null };
const PARENT: Parent = { id: 'p', endReason: null, endedAt: null, sessionKey: null };
const marked = (config: object) => ({ ...CHILD, marks: lineageMarks(JSON.stringify(config)) });

describe('what a session is to its parent', () => {
  it('is nothing without a parent, or where it is its own', () => {
    assert.equal(kindOf({ ...CHILD, parent: null }, undefined), 'root');
    assert.equal(kindOf({ ...CHILD, parent: 'c' }, { ...PARENT, id: 'c' }), 'root');
  });

  it('is an orphan where the parent is gone', () => {
    assert.equal(kindOf(marked({ _branched_from: 'p' }), undefined), 'orphan');
  });

  it('is a delegate by a mark that names the parent, before anything else', () => {
    const parent = { ...PARENT, endReason: 'compression' };
    assert.equal(kindOf(marked({ _delegate_from: 'p', _branched_from: 'p' }), parent), 'delegate');
  });

  it('is no delegate by a mark that names another session', () => {
    const parent = { ...PARENT, endReason: 'compression' };
    assert.equal(kindOf(marked({ _delegate_from: 'other' }), parent), 'continuation');
  });

  it('is a branch by its mark, or where the parent ended as branched before it began', () => {
    assert.equal(kindOf(marked({ _branched_from: 'p' }), PARENT), 'branch');
    assert.equal(kindOf(CHILD, { ...PARENT, endReason: 'branched', endedAt: 100 }), 'branch');
    assert.equal(kindOf(CHILD, { ...PARENT, endReason: 'branched', endedAt: 100.5 }), 'delegate');
    assert.equal(kindOf(CHILD, { ...PARENT, endReason: 'branched', endedAt: null }), 'delegate');
  });

  it('is a continuation where the parent ended by compression, unless it is a reset or a tool', () => {
    const parent = { ...PARENT, endReason: 'compression' };
    assert.equal(kindOf(CHILD, parent), 'continuation');
    assert.equal(kindOf({ ...CHILD, source: null }, parent), 'continuation');
    assert.equal(kindOf({ ...CHILD, source: 'tool' }, parent), 'delegate');
    assert.equal(kindOf(marked({ _reset_from: 'p' }), parent), 'reset');
    assert.equal(kindOf(marked({ _reset_from: 'other' }), parent), 'continuation');
  });

  it('is a reset in the same chat after an end that begins anew', () => {
    const child = { ...CHILD, sessionKey: 'chat' };
    for (const endReason of [
      'session_reset',
      'session_switch',
      'idle',
      'daily',
      'suspended',
      'resume_pending_expired',
    ])
      assert.equal(kindOf(child, { ...PARENT, endReason, sessionKey: 'chat' }), 'reset', endReason);
    assert.equal(kindOf(child, { ...PARENT, endReason: 'cli_close', sessionKey: 'chat' }), 'delegate');
    assert.equal(kindOf(child, { ...PARENT, endReason: 'idle', sessionKey: 'other' }), 'delegate');
    const without = { ...CHILD, sessionKey: '' };
    assert.equal(kindOf(without, { ...PARENT, endReason: 'idle', sessionKey: '' }), 'delegate');
  });
});

describe('the marks of a model configuration', () => {
  it('are members of a JSON object', () => {
    const all = '{"_delegate_from": "a", "x": NaN, "_branched_from": "b", "_reset_from": "c"}';
    assert.deepEqual(lineageMarks(all), { delegateFrom: 'a', branchedFrom: 'b', resetFrom: 'c' });
  });

  it('are none in anything else', () => {
    for (const config of [
      null,
      '',
      '{bad',
      '"_reset_from"',
      '["_reset_from"]',
      '{"_reset_from": 7}',
      '{"a": {"_reset_from": "x"}}',
    ])
      assert.equal(lineageMarks(config), null, String(config));
  });
});

describe('rings of parents', () => {
  const session = (id: string, parent: string | null, startedAt: number | null) => ({
    id,
    parent,
    startedAt,
  });
  const rootsOf = (...sessions: ReturnType<typeof session>[]) => {
    const rings = new Rings(new Map(sessions.map((one) => [one.id, one])));
    return sessions.map(({ id }) => id).filter((id) => rings.isRoot(id));
  };

  it('have the member that began first for their root', () => {
    const sessions = [session('a', 'b', 3), session('b', 'c', 2), session('c', 'a', 5), session('d', 'a', 1)];
    assert.deepEqual(rootsOf(...sessions), ['b']);
  });

  it('take the smaller id of equal starts, and one without a start last', () => {
    assert.deepEqual(rootsOf(session('y', 'x', 1), session('x', 'y', 1)), ['x']);
    assert.deepEqual(rootsOf(session('a', 'z', null), session('z', 'a', 9)), ['z']);
  });

  it('may be of one, and are not made by parents that are gone', () => {
    const sessions = [session('own', 'own', 1), session('orphan', 'gone', 1), session('root', null, 1)];
    assert.deepEqual(rootsOf(...sessions), ['own']);
  });

  it('are found at the end of a chain of a hundred thousand', () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => session(`s${n}`, `s${Math.max(n - 1, 0)}`, n));
    const rings = new Rings(new Map(chain.map((one) => [one.id, one])));
    assert.deepEqual(
      chain.filter(({ id }) => rings.isRoot(id)).map(({ id }) => id),
      ['s0'],
    );
  });

  it('are followed from whoever is asked for, and no further', () => {
    const asked = new Map([session('a', 'b', 1), session('b', 'a', 2)].map((one) => [one.id, one]));
    const get = asked.get.bind(asked);
    const found: string[] = [];
    asked.get = (id) => {
      found.push(id);
      return get(id);
    };
    asked.set('c', session('c', 'c', 3));
    const rings = new Rings(asked);
    assert.deepEqual([rings.isRoot('b'), rings.isRoot('a'), found.includes('c')], [false, true, false]);
  });
});
