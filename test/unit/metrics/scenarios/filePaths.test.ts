import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FrozenMatcher } from '../../../../src/metrics/automaton/automatonMatcher.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import { countMessages, message } from '../support/counting.ts';

/** The distinct paths in one message. */
function pathsIn(text: string | Uint8Array, callsJson: string | null = null): readonly string[] {
  const counter = newSessionCounter();
  counter.add(message({ text, callsJson }));
  return (counter.freeze().texts as FrozenMatcher).paths;
}

const EXAMPLES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'every way to begin one',
    './a.py ~/b.py ~c.py /home/d.py /mnt/e.py',
    ['./a.py', '~/b.py', '~c.py', '/home/d.py', '/mnt/e.py'],
  ],
  ['no path that begins otherwise', 'a.py /tmp/a.py', []],
  ['the path from the dot of a parent directory', '../a.py', ['./a.py']],
  ['a path that begins inside of something else', 'x/home/u/b.py', ['/home/u/b.py']],
  ['the last extension in a run', './a.py/b.js/c', ['./a.py/b.js']],
  ['the first alternative of an extension', './x.json', ['./x.js']],
  ['tsx as ts', './x.tsx', ['./x.ts']],
  ['an extension that a word goes on from', './a.pyc', ['./a.py']],
  ['nothing without a name between beginning and extension', './.py ~.py /home/.py', []],
  ['a hidden name behind a tilde and a slash', '~/.py', ['~/.py']],
  ['one path where a beginning stands inside a run', './a/./b/home/c.md', ['./a/./b/home/c.md']],
  ['two paths where a tilde parts the runs', '~/a.md~/b.md', ['~/a.md', '~/b.md']],
  ['no beginning in capitals', '/HOME/a.py', []],
  ['no extension in capitals', './a.PY', []],
  [
    'letters and digits of every script',
    './\u65e5\u5fd7/\u00e9\u00b2\u2167.md',
    ['./\u65e5\u5fd7/\u00e9\u00b2\u2167.md'],
  ],
  ['the end of a run at a combining mark', './e\u0301.md', []],
  ['letters that count as i, s and k as themselves', './\u0131\u017f\u212a.md', ['./\u0131\u017f\u212a.md']],
  ['no extension spelled with U+017F', './a.c\u017f\u017f', []],
  ['each path once', './a.py ./a.py', ['./a.py']],
];

describe('file paths', () => {
  for (const [name, text, expected] of EXAMPLES) {
    it(`in a text: ${name}`, () => assert.deepEqual(pathsIn(text), expected));
  }

  for (const [name, text, expected] of EXAMPLES.filter(([, example]) => /^[\x20-\x7e]*$/.test(example))) {
    it(`in calls: ${name}`, () => assert.deepEqual(pathsIn('', JSON.stringify([text])), expected));
  }

  it('in calls: end where a character beyond ASCII is escaped', () => {
    assert.deepEqual(pathsIn('', '["./a\\u00e9.py"]'), []);
  });

  it('do not go on from a text into its calls', () => {
    assert.deepEqual(pathsIn('./a', '.py'), []);
  });

  it('end at bytes that are no UTF-8', () => {
    assert.deepEqual(pathsIn(Buffer.from([...Buffer.from('./a'), 0xff, ...Buffer.from('.py ./b.py')])), [
      './b.py',
    ]);
  });

  it('are all that is looked for in calls', () => {
    const stats = countMessages([message({ callsJson: '["an error in /mnt/traceback.sh"]' })]);
    assert.deepEqual([stats.files_touched_count, stats.error_count, stats.traceback_events], [1, 0, 0]);
  });

  it('are counted over all messages of a session', () => {
    const messages = [
      message({ text: './a.py' }),
      message({ text: './a.py ./b.py', callsJson: '["~/c.sh"]' }),
    ];
    assert.equal(countMessages(messages).files_touched_count, 3);
  });
});
