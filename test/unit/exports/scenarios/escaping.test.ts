import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportSnapshot } from '../../../../src/exports/exportSnapshot.ts';
import { assertSelfContained, assertWellFormed } from '../../artwork/wellFormedXml.ts';
import { SESSION, smallSnapshot, snapshotOf } from '../snapshots.ts';

/** Any text, and texts made of what means something in one of the formats. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '|',
        '\\',
        '`',
        '``',
        '<b>',
        '</text>',
        '<!--',
        ']]>',
        '&',
        '&#124;',
        '[a](b)',
        '*',
        '_',
        '=',
        '+',
        '-',
        '@',
        '\n',
        '\r',
        '\n\n# ',
        '\u0000',
        '\u001b[2J',
        '\u202e',
        '\u2028',
        '\ud800',
        '"',
        "'",
        'command:',
        'javascript:',
        'https://x',
        ' ',
        'a',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

/** What a reader of a Markdown table of seven columns finds: one border before, between and after the cells. */
const BORDERS = 8;

/** Control characters but the line break, and what reorders a line. */
const UNSEEN = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe('escaping of exports', () => {
  it('keeps a session title in its cell of the Markdown table', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const lines = exportSnapshot(smallSnapshot({ ...SESSION, title }), 'markdown')
          .trimEnd()
          .split('\n');
        for (const line of lines.filter((candidate) => candidate.startsWith('|'))) {
          assert.equal(line.split('|').length - 1, BORDERS, line);
        }
        assert.ok(lines.every((line) => line === '' || /^(#|\||\*\*3 of 60)/.test(line)));
      }),
    );
  });

  it('writes a session title into Markdown without anything that builds', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const markdown = exportSnapshot(smallSnapshot({ ...SESSION, title }), 'markdown');
        assert.doesNotMatch(markdown, UNSEEN);
        assert.doesNotMatch(markdown, /[<>`[\]\\]|&(?!#\d+;)|:\/\//);
      }),
    );
  });

  it('keeps the SVG well-formed and self-contained whatever a badge is called', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const achievements = smallSnapshot().achievements.map((badge) => ({ ...badge, name, id: name }));
        const svg = exportSnapshot(snapshotOf(achievements), 'svg', { category: 'Agent Autonomy' });
        assertSelfContained(assertWellFormed(svg));
      }),
    );
  });

  it('keeps the JSON readable, without raw control characters, whatever a title is', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const json = exportSnapshot(smallSnapshot({ ...SESSION, title }), 'json');
        assert.equal(JSON.parse(json).achievements[0].evidence.value, SESSION.value);
        assert.doesNotMatch(json, UNSEEN);
      }),
    );
  });
});
