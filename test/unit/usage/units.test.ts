import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_AMOUNTS } from '../../../src/usage/amounts.ts';
import { unitsOf } from '../../../src/usage/units.ts';
import { row, session, use } from './support/uses.ts';

describe('the units of a session', () => {
  it('are its rows, and what its counters hold beyond all of them, auxiliary ones too', () => {
    const units = unitsOf(
      session(use({ input: 100, api_calls: 3 }), [
        row({ input: 60, api_calls: 1 }),
        row({ input: 30 }, { task: 'vision' }),
      ]),
    );
    assert.deepEqual(
      units.map(({ task, isResidual, amounts }) => [task, isResidual, amounts.input, amounts.api_calls]),
      [
        ['', false, 60, 1],
        ['vision', false, 30, 0],
        ['', true, 10, 2],
      ],
    );
  });

  it('have no residual where nothing but reasoning is left', () => {
    const units = unitsOf(session(use({ input: 60, reasoning: 9 }), [row({ input: 60 })]));
    assert.deepEqual(
      units.map(({ isResidual }) => isResidual),
      [false],
    );
    assert.deepEqual(unitsOf(session(use())), []);
  });

  it('leave dollars over to a millionth; below, the difference is rounding', () => {
    const costs = (own: number | null, inRows: number) =>
      unitsOf(session(use({ input: 5, estimated: own }), [row({ estimated: inRows })])).at(-1)?.amounts
        .estimated;
    assert.equal(costs(1, 0.999999)?.toFixed(6), '0.000001');
    assert.equal(costs(0.3000004, 0.3), null);
    assert.equal(costs(0, 0), 0); // the session itself says that it cost nothing
    assert.equal(costs(null, 0), null);
  });

  it('stand in the order of their keys by code point, the residual last', () => {
    const rows = ['\u{1f600}', '\uff5e', 'b', 'B'].map((model) => row({ input: 1 }, { model }));
    assert.deepEqual(
      unitsOf(session(use({ input: 9 }, { model: 'A' }), rows)).map(({ model }) => model),
      ['B', 'b', '\uff5e', '\u{1f600}', 'A'],
    );
  });

  it('add up rows of equal keys, which only old tables have; the latest says the status', () => {
    const rows = [
      row({ input: 1, estimated: 0.5 }, { status: 'estimated', lastSeen: 20 }),
      row({ input: 2, estimated: null }, { status: 'unknown', lastSeen: 10 }),
    ];
    const [unit] = unitsOf(session(use(), rows));
    assert.deepEqual(unit?.amounts, { ...NO_AMOUNTS, input: 3, estimated: 0.5 });
    assert.deepEqual([unit?.status, unit?.lastSeen], ['estimated', 20]);
  });
});
