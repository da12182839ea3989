import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_SESSION_ROWS } from '../../../../../src/hermes/changes/digest.ts';
import type { SessionHeader } from '../../../../../src/hermes/sessions/header.ts';
import { type Assignment, forOtherThread } from '../../../../../src/scanning/analysis/threads/assignment.ts';

const header = { id: 's', title: 'As seen' } as SessionHeader;
const seen: Assignment = {
  id: 's',
  rows: 0,
  others: undefined,
  known: undefined,
  descent: { parent: null, kind: 'root', hasParent: false },
  sighting: { dataVersion: 2, header, rows: { all: NO_SESSION_ROWS } },
};

describe('an assignment for another thread', () => {
  it('says of what was seen which data version of that thread it is of', () => {
    assert.deepEqual(forOtherThread(seen, 7), { ...seen, sighting: { ...seen.sighting, dataVersion: 7 } });
  });

  it('says nothing of what was seen where that version is not known', () => {
    assert.equal('sighting' in forOtherThread(seen, undefined), false);
  });

  it('is the same where nothing was seen', () => {
    const { sighting: _, ...unseen } = seen;
    assert.deepEqual(forOtherThread(unseen, 7), unseen);
  });
});
