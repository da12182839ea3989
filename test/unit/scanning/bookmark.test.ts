import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newSessionCounter } from '../../../src/metrics/newSessionCounter.ts';
import { bookmarkIn } from '../../../src/scanning/bookmark.ts';
import { ownEntry } from '../files/support/sessions.ts';
import { message } from '../metrics/support/counting.ts';

function entryWith(resume: unknown) {
  const entry = ownEntry('s');
  return { ...entry, vscode: { ...entry.vscode!, resume } };
}

function frozen() {
  const counter = newSessionCounter();
  counter.add(message({ text: 'git commit, error in ./src/file.ts', callNames: ['terminal'] }));
  return JSON.parse(JSON.stringify(counter.freeze()));
}

describe('a bookmark in a file that is not ours alone', () => {
  it('is read as it was written', () => {
    const resume = { live: frozen(), lifetime: frozen() };
    assert.deepEqual(bookmarkIn(entryWith(resume)), resume);
  });

  it('is none where there is none', () => {
    assert.equal(bookmarkIn(ownEntry('s')), undefined);
  });

  for (const [what, resume] of Object.entries<unknown>({
    text: 'live',
    'without a counter': {},
    'with counts that are no numbers': { live: { ...frozen(), messages: '1' } },
    'with counts beyond all reason': { live: { ...frozen(), messages: 1e308 } },
    'with negative counts': { live: { ...frozen(), messages: -1 } },
    'with half a counter for lifetime': { live: frozen(), lifetime: { messages: 1 } },
  })) {
    it(`is none when it is ${what}`, () => {
      assert.equal(bookmarkIn(entryWith(resume)), undefined);
    });
  }
});
