import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processTerminal } from '../../../../src/surfaces/cli/terminal.ts';

/** A terminal of so many columns on both streams, or a pipe. */
function terminal({ columns = 80, isTTY = true, env = {} as Record<string, string> } = {}) {
  const sent: string[] = [];
  const write = (text: string) => {
    sent.push(text);
    return true;
  };
  const stream = { isTTY, columns, write } as NodeJS.WriteStream;
  return { ...processTerminal({ stdout: stream, stderr: stream, env: { TERM: 'xterm', ...env } }), sent };
}

describe('the terminal of a process', () => {
  it('draws its progress where the terminal can redraw a line', () => {
    const { interactive, progress, sent } = terminal();
    progress('5%');
    assert.ok(interactive);
    assert.deepEqual(sent, ['\r\u001b[2K5%']);
  });

  for (const [what, options] of [
    ['under TERM=dumb', { env: { TERM: 'dumb' } }],
    ['under NO_COLOR', { env: { NO_COLOR: '1' } }],
    ['in a pipe', { isTTY: false }],
  ] as const)
    it(`sends no control sequence ${what}`, () => {
      const { interactive, progress, print, complain, sent } = terminal(options);
      progress('5%');
      print('a line');
      complain('another');
      progress('');
      assert.equal(interactive, false);
      assert.deepEqual(sent, ['a line\n', 'hermes-achievements: another\n']);
    });

  it('cuts a progress line that the terminal would wrap', () => {
    const { progress, sent } = terminal({ columns: 40 });
    progress('45%  1,234 of 10,000 sessions, 2 min 3 s left');
    assert.equal(sent[0], '\r\u001b[2K45%  1,234 of 10,000 sessions, 2 min 3…');
  });

  it('has at least forty columns, eighty where it tells none, and no end in a pipe', () => {
    assert.equal(terminal({ columns: 20 }).columns, 40);
    assert.equal(terminal({ columns: 0 }).columns, 80);
    assert.equal(terminal({ isTTY: false }).columns, Number.POSITIVE_INFINITY);
  });
});
