import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIGURE_NAMES } from '../../../src/archive/schema.ts';
import { SESSION_METRICS } from '../../../src/metrics/sums/figureRow.ts';

it('the figures of a session stand where archives have them: another order or a new one needs a migration', () => {
  assert.deepEqual(SESSION_METRICS, FIGURE_NAMES);
});
