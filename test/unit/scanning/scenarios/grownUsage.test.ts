import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { assertNothingIsLostOrBookedTwice } from '../../../support/usage/grownHistory.ts';

const HISTORIES = 8;

describe('usage that grows between scans', () => {
  for (let history = 1; history <= HISTORIES; history++)
    it(`is all remembered, and once (${history})`, (t) => assertNothingIsLostOrBookedTwice(t, randomUUID()));
});
