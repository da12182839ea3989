import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { assertNothingIsLostOrBookedTwice } from '../../support/usage/grownHistory.ts';

const HISTORIES = 300;

describe('usage of many histories that grow between scans, restarts, windows, pruning and changes of the clock', () => {
  for (let history = 1; history <= HISTORIES; history++)
    it(`is all remembered, and once (${history})`, (t) => assertNothingIsLostOrBookedTwice(t, randomUUID()));
});
