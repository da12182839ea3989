import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BADGE_TEXTS } from '../../../../../src/badges/catalogue/texts.ts';
import { panelWords } from '../../../../../src/surfaces/panel/conversation/words.ts';

describe('the translations sent to the webview', () => {
  it('are none in English', () => {
    assert.deepEqual(panelWords(undefined), {});
  });

  it('hold the words of the surface', () => {
    assert.deepEqual(panelWords({ Rescan: '重新扫描' }), { Rescan: '重新扫描' });
  });

  it('hold no text of a badge, which may be secret', () => {
    const bundle = Object.fromEntries(
      Object.values(BADGE_TEXTS).flatMap(({ description, criteria }) => [
        [description, 'x'],
        [criteria, 'x'],
      ]),
    );
    assert.deepEqual(panelWords(bundle), {});
  });
});
