import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  besideSummary,
  mayCarrySummary,
  withoutSummaries,
} from '../../../../../src/hermes/messages/copies/carrier.ts';
import { BELOW, END, LEGACY, LONG, PRIOR } from '../../../../yardstick/plainSelection.ts';

describe('what remains of a text beside a summary', () => {
  it('is what follows the end of a summary at its start', () => {
    for (const start of [LONG, LEGACY, ` \t\r\n${LONG}`]) {
      assert.equal(besideSummary(`${start}x ${END}\n\nsaid`), '\n\nsaid');
      assert.equal(besideSummary(`${start}x`), '');
    }
  });

  it('is what stands before a summary, without the words in front of it', () => {
    assert.equal(besideSummary(`${PRIOR}\nsaid\n\n${BELOW}\n\n${LONG}x ${END} y`), '\nsaid\n\n');
    assert.equal(besideSummary(`said ${BELOW}${LEGACY}x`), 'said ');
    assert.equal(besideSummary(`quoted ${BELOW} said ${BELOW} ${LEGACY}x`), `quoted ${BELOW} said `);
  });

  it('is no question where there is no summary', () => {
    const label = LONG.trimEnd();
    for (const text of ['', 'said', label, `\u00a0${LONG}`, `x ${LONG}`, `x ${BELOW} y`, `x ${END} y`])
      assert.equal(besideSummary(text), undefined, text);
  });

  it('is looked at again while it is a carrier', () => {
    assert.equal(withoutSummaries(`${LONG}a${END} ${PRIOR} said ${BELOW} ${LEGACY}b`, false), 'said');
    assert.equal(withoutSummaries(' said ', false), ' said ');
  });

  it('needs no known beginning where Hermes marked the row', () => {
    assert.equal(withoutSummaries(`${PRIOR} said ${BELOW} whatever`, true), 'said');
    assert.equal(withoutSummaries(`whatever ${END} said `, true), 'said');
    assert.equal(withoutSummaries('whatever', true), '');
  });
});

describe('a text that may carry a summary', () => {
  it('is told alike as text and as bytes, carriers always among them', () => {
    for (const text of [
      `${LONG}x`,
      ` \n${LEGACY}`,
      `x ${BELOW} ${LONG}`,
      'x',
      '[x]',
      '',
      `é ${BELOW}`,
      '[CONTEXT',
    ]) {
      const may = mayCarrySummary(text);
      assert.equal(mayCarrySummary(new Uint8Array(Buffer.from(text))), may, text);
      if (besideSummary(text) !== undefined) assert.ok(may, text);
    }
    assert.equal(mayCarrySummary('[x] plain'), false);
  });
});
