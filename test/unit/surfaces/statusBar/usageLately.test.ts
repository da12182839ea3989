import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usedLately } from '../../../../src/surfaces/statusBar/usageLately.ts';
import { figures } from '../../../support/usage/figures.ts';

const range = { since: '2026-02-09', until: '2026-03-10', zone: 'UTC' };
const day = (key: string, input: number, cost: Parameters<typeof figures>[0] = {}) => ({
  ...figures({ input, ...cost }),
  key,
});

describe('what was used lately', () => {
  it('is that of today, of the last 7 and of the last 30 days, today included', () => {
    const rows = [
      day('2026-02-09', 1),
      day('2026-03-03', 10),
      day('2026-03-04', 100),
      day('2026-03-10', 1000),
    ];
    assert.deepEqual(
      usedLately({ range, rows }).map(({ days, tokens }) => [days, tokens]),
      [
        [1, 1000],
        [7, 1100],
        [30, 1111],
      ],
    );
  });

  it('has dollars only where any are known, and says where some are estimated', () => {
    const rows = [
      day('2026-02-20', 1, { cost: { estimated: 0.25 } }),
      day('2026-03-05', 1, { cost: { actual: 2 } }),
      day('2026-03-10', 1),
    ];
    assert.deepEqual(
      usedLately({ range, rows }).map(({ dollars, isEstimated }) => [dollars, isEstimated]),
      [
        [null, false],
        [2, false],
        [2.25, true],
      ],
    );
  });
});
