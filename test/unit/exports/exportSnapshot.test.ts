import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { EXPORT_FORMATS, exportSnapshot } from '../../../src/exports/exportSnapshot.ts';
import { emptySnapshot, smallSnapshot } from './snapshots.ts';

describe('export of a snapshot', () => {
  const timeZone = process.env['TZ'];
  afterEach(() => {
    if (timeZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = timeZone;
  });

  for (const format of EXPORT_FORMATS) {
    it(`gives the same bytes of ${format} in every time zone`, () => {
      process.env['TZ'] = 'Pacific/Kiritimati';
      const east = exportSnapshot(smallSnapshot(), format);
      process.env['TZ'] = 'Pacific/Pago_Pago';
      assert.equal(exportSnapshot(smallSnapshot(), format), east);
    });

    it(`gives the same bytes of ${format} again, and leaves the snapshot as it was`, () => {
      const snapshot = smallSnapshot();
      const first = exportSnapshot(snapshot, format);
      assert.deepEqual(snapshot, smallSnapshot());
      assert.equal(exportSnapshot(snapshot, format), first);
    });

    it(`ends ${format} with one line break`, () => {
      assert.match(exportSnapshot(smallSnapshot(), format), /[^\n]\n$/);
    });

    it(`writes ${format} of a history that was never scanned`, () => {
      assert.ok(exportSnapshot(emptySnapshot(), format).length > 0);
    });

    it(`holds only the chosen category in ${format}`, () => {
      const text = exportSnapshot(smallSnapshot(), format, { state: 'discovered', category: 'Lifestyle' });
      assert.match(text, /Marathon Operator/);
      assert.doesNotMatch(text, /Subagent Commander/);
    });

    it(`holds only the chosen state in ${format}`, () => {
      const text = exportSnapshot(smallSnapshot(), format, { state: 'discovered' });
      assert.match(text, /Marathon Operator/);
      assert.doesNotMatch(text, /Let Him Cook/);
    });
  }

  for (const format of ['markdown', 'svg'] as const) {
    it(`holds the unlocked badges in ${format} unless told otherwise`, () => {
      const text = exportSnapshot(smallSnapshot(), format);
      assert.match(text, /Let Him Cook/);
      assert.doesNotMatch(text, /Marathon Operator/);
    });

    it(`says in ${format} when there is nothing to show`, () => {
      assert.match(exportSnapshot(emptySnapshot(), format), /No badge to show yet\./);
    });

    it(`says in ${format} when nothing was scanned yet`, () => {
      assert.match(exportSnapshot(emptySnapshot(), format), /not scanned yet/);
    });

    it(`translates ${format}, but not the names`, () => {
      const text = exportSnapshot(smallSnapshot(), format, {
        translate: (message) => `(${message.toUpperCase()})`,
      });
      assert.match(text, /\(AGENT AUTONOMY\)/);
      assert.match(text, /\(SILVER\)/);
      assert.match(text, /Let Him Cook/);
    });
  }
});
