import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWithin, Projects } from '../../../src/usage/projects.ts';

const of = (sessions: Record<string, [folder: string | null, parent: string | null]>) =>
  new Projects(new Map(Object.entries(sessions).map(([id, [folder, parent]]) => [id, { folder, parent }])));

describe('the project of a session', () => {
  it('is its own folder, else that of its nearest ancestor that has one', () => {
    const projects = of({
      root: ['/a', null],
      child: [null, 'root'],
      grandchild: [null, 'child'],
      own: ['/b', 'child'],
    });
    assert.deepEqual(
      ['grandchild', 'child', 'own', 'root'].map((id) => projects.of(id)),
      ['/a', '/a', '/b', '/a'],
    );
  });

  it('is none where parents lead in a ring or to nothing', () => {
    const projects = of({
      one: [null, 'two'],
      two: [null, 'one'],
      self: [null, 'self'],
      lost: [null, 'gone'],
    });
    assert.deepEqual(
      ['one', 'two', 'self', 'lost'].map((id) => projects.of(id)),
      [null, null, null, null],
    );
  });

  it('is found though the way to it is longer than a stack is deep', () => {
    const chain = Array.from(
      { length: 50_000 },
      (_, index) => [`s${index}`, [null, `s${index + 1}`]] as const,
    );
    assert.equal(of({ ...Object.fromEntries(chain), s50000: ['/deep', null] }).of('s0'), '/deep');
  });

  it('lies within a folder that it is, or that is above it, by whole names', () => {
    assert.equal(isWithin('/code/alpha', '/code/alpha'), true);
    assert.equal(isWithin('/code/alpha/src', '/code/alpha'), true);
    assert.equal(isWithin('/code/alphabet', '/code/alpha'), false);
    assert.equal(isWithin('/code', '/'), true);
    assert.equal(isWithin(null, '/'), false);
    assert.equal(isWithin('C:\\code\\x', 'C:\\code'), true);
    assert.equal(isWithin('/code\\x', '/code'), false);
  });
});
