import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AutomatonMatcher } from '../../../src/metrics/automaton/automatonMatcher.ts';
import type { TextCounter } from '../../../src/metrics/sessionStats.ts';
import type { SessionSignal, TextFigures } from '../../../src/metrics/textMatcher.ts';

type Text = string | Uint8Array;

/** The figures of a session of these messages. */
function figuresOf(...texts: readonly Text[]): TextFigures {
  const matcher = new AutomatonMatcher();
  for (const text of texts) matcher.add(Buffer.from(text as string), null);
  return matcher.figures();
}

const occurrences = (counter: TextCounter, ...texts: readonly Text[]) =>
  figuresOf(...texts).occurrences[counter];
const hasSignal = (signal: SessionSignal, ...texts: readonly Text[]) => figuresOf(...texts).signals[signal];
const errors = (...texts: readonly Text[]) => figuresOf(...texts).errorMessages;

/** The distinct paths of one message, which only the frozen state names. */
function paths(text: Text, callsJson: string | null = null): readonly string[] {
  const matcher = new AutomatonMatcher();
  matcher.add(Buffer.from(text as string), callsJson);
  assert.equal(matcher.figures().distinctPaths, matcher.freeze().paths.length);
  return matcher.freeze().paths;
}

describe('letter case', () => {
  it('does not matter', () => {
    assert.equal(occurrences('rollback_events', 'ROLLBACK RollBack checkPOINT'), 3);
  });

  it('pairs i with the dotted capital and the dotless small letter', () => {
    assert.equal(occurrences('plugin_events', 'plug\u0130n plug\u0131n'), 2);
  });

  it('pairs s with the long s, and k with the Kelvin sign', () => {
    assert.equal(occurrences('gateway_events', '\u017flac\u212a'), 1);
  });

  it('is lowered before skills are looked for, so that the long s is none and the Kelvin sign is a k', () => {
    assert.equal(occurrences('skill_events', '\u017fkill'), 0);
    assert.equal(occurrences('skill_events', 's\u212aill'), 1);
    assert.equal(occurrences('skill_events', 'sk\u0130ll sk\u0131ll'), 0);
  });

  it('leaves a combining dot of a lowered dotted capital, which is a boundary before a skill', () => {
    assert.equal(occurrences('skill_events', '\u0130skill'), 1);
    assert.equal(occurrences('skill_events', '\u0131skill'), 0);
  });

  it('matters in file paths', () => {
    assert.deepEqual(paths('./a.PY ./A.py ./a.py /HOME/u/a.py'), ['./A.py', './a.py']);
  });
});

describe('word boundaries', () => {
  it('stand between a word character and any other', () => {
    assert.equal(occurrences('log_read_events', 'logs (logs) blogs logs_ logs2 -logs-'), 3);
  });

  it('are not where a letter beyond ASCII stands', () => {
    assert.equal(occurrences('log_read_events', '\u65e5\u5fd7logs\u65e5\u5fd7'), 0);
    assert.equal(errors('\u00e9error'), 0);
  });

  it('are not where a number beyond ASCII stands', () => {
    assert.equal(errors('error\u00b2', '\u2167error', 'error\u00bd'), 0);
  });

  it('are where a combining mark stands', () => {
    assert.equal(errors('error\u0301'), 1);
  });

  it('are not where a letter outside the basic plane stands', () => {
    assert.equal(errors('\u{1d4b3}error'), 0);
    assert.equal(errors('\u{1f600}error'), 1);
  });

  it('are where bytes stand that are no UTF-8', () => {
    const word = Buffer.from('error');
    assert.equal(errors(Buffer.concat([Buffer.from([0xc3]), word])), 1);
    assert.equal(errors(Buffer.concat([word, Buffer.from([0xe6, 0x97])])), 1);
    assert.equal(errors(Buffer.concat([Buffer.from([0xed, 0xa0, 0x80]), word])), 1);
  });

  it('are at both ends of a message', () => {
    assert.equal(errors('error'), 1);
    assert.equal(occurrences('test_events', 'OK', 'OK'), 2);
  });
});

describe('white space', () => {
  it('is every kind that Python knows', () => {
    const kinds = '\t\n\v\f\r \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000';
    for (const space of kinds) {
      const code = space.codePointAt(0)!.toString(16);
      assert.equal(occurrences('git_events', `git${space}push`), 1, `U+${code}`);
    }
  });

  it('is neither a byte order mark nor a space of no width', () => {
    assert.equal(occurrences('git_events', 'git\ufeffpush git\u200bpush'), 0);
  });

  it('may be missing only where the pattern allows it', () => {
    assert.equal(occurrences('process_calls', 'background=true background = true'), 2);
    assert.equal(occurrences('git_events', 'gitpush'), 0);
  });
});

describe('a match across the newline between messages', () => {
  it('counts where the pattern allows white space', () => {
    assert.equal(occurrences('process_calls', 'background', '= true'), 1);
    assert.equal(occurrences('process_calls', 'background', ' = ', ' true'), 1);
    assert.equal(occurrences('git_history_events', 'conflict', '('), 1);
  });

  it('goes through messages without any text', () => {
    assert.equal(occurrences('git_events', 'git', '', '\t', '', 'push'), 1);
  });

  it('does not count where the pattern wants a space', () => {
    assert.equal(occurrences('permission_denied_events', 'permission', 'denied'), 0);
  });

  it('does not count inside a word', () => {
    assert.equal(occurrences('model_events', 'mod', 'el'), 0);
    assert.equal(occurrences('git_events', 'git', 'pu', 'sh'), 0);
  });

  it('takes what it ends with, so that nothing else begins there', () => {
    assert.equal(occurrences('git_history_events', 'git', 'rebase --continue'), 1);
    assert.equal(occurrences('git_history_events', 'rebase --continue'), 1);
  });

  it('is not made of parts that belong to different messages on one line of a pattern', () => {
    assert.equal(occurrences('docker_conflict_events', 'docker name', 'already'), 0);
    assert.equal(hasSignal('package_install', 'npm', 'install'), false);
  });

  it('may lie between the parts of an exit code', () => {
    assert.equal(hasSignal('success', 'exit_code"', ':', '0'), true);
    assert.equal(hasSignal('success', 'exit_code"', ':', '01'), false);
  });
});

describe('alternatives', () => {
  it('do not overlap: the leftmost is taken whole', () => {
    assert.equal(occurrences('model_events', 'ollama'), 1);
    assert.equal(occurrences('plugin_events', 'dashboard-plugins'), 1);
    assert.equal(occurrences('git_history_events', 'merge conflict (x)'), 1);
  });

  it('are tried in their order at one place', () => {
    // `js` is tried before `json`, so the match leaves `on`; a longer one would not matter to `.env` behind it.
    assert.equal(occurrences('config_events', 'a-config.json.env'), 2);
  });

  it('count again behind a match', () => {
    assert.equal(occurrences('model_events', 'modelmodel'), 2);
  });
});

describe('`.*`', () => {
  it('swallows everything up to the last tail of its line', () => {
    assert.equal(occurrences('env_var_error_events', 'missing api key, auth, env and environment'), 1);
    assert.equal(occurrences('env_var_error_events', 'missing env auth env auth'), 2);
  });

  it('swallows nothing where no tail follows', () => {
    assert.equal(occurrences('env_var_error_events', 'missing api key, auth'), 2);
    assert.equal(occurrences('env_var_error_events', 'env missing auth'), 1);
  });

  it('ends at a line feed', () => {
    assert.equal(occurrences('env_var_error_events', 'missing auth\nenv'), 1);
  });

  it('goes on over a carriage return and a line separator', () => {
    assert.equal(occurrences('env_var_error_events', 'missing auth\r\u2028env'), 1);
    assert.equal(hasSignal('package_install', 'npm\rinstall'), true);
  });

  it('needs the parts in their order', () => {
    assert.equal(occurrences('docker_conflict_events', 'docker: the name is already in use'), 1);
    assert.equal(occurrences('docker_conflict_events', 'docker already has a name'), 0);
    assert.equal(occurrences('docker_conflict_events', 'name already docker'), 0);
  });

  it('takes a line with several matches as one', () => {
    assert.equal(occurrences('docker_conflict_events', 'docker name already docker container already'), 1);
  });

  it('leaves what follows the last tail', () => {
    const text = 'docker name already container name conflict';
    assert.equal(occurrences('docker_conflict_events', text), 2);
  });
});

describe('a configuration file', () => {
  it('counts with or without a name of its own', () => {
    assert.equal(occurrences('config_events', 'config.yaml config.yml my-config.json tsconfig.ts'), 4);
  });

  it('needs a name where it is not YAML', () => {
    assert.equal(occurrences('config_events', 'config.json'), 0);
  });

  it('has a name that begins at a word boundary', () => {
    assert.equal(occurrences('config_events', '\u00e9aconfig.json'), 0);
    assert.equal(occurrences('config_events', '\u00e9a-config.json'), 1);
    assert.equal(occurrences('config_events', '-config.json'), 0);
    assert.equal(occurrences('config_events', 'a-config.json'), 1);
  });

  it('has a name that may hold letters beyond ASCII which stand for ASCII ones', () => {
    assert.equal(occurrences('config_events', '\u017f\u212aconfig.json'), 1);
  });
});

describe('a port conflict', () => {
  it('is a known port and a word for trouble behind it on the line', () => {
    assert.equal(hasSignal('port_conflict', 'Port 3000 is already in use'), true);
    assert.equal(hasSignal('port_conflict', ':8080 taken'), true);
    assert.equal(hasSignal('port_conflict', 'already in use: 3000'), false);
    assert.equal(hasSignal('port_conflict', '3000\nin use'), false);
    assert.equal(hasSignal('port_conflict', '30000 in use'), false);
    assert.equal(hasSignal('port_conflict', '3000 in used'), false);
  });

  it('is the system error by itself', () => {
    assert.equal(hasSignal('port_conflict', 'EADDRINUSE'), true);
  });
});

describe('errors', () => {
  it('count once a message', () => {
    assert.equal(errors('error, failed: error', 'all well', 'Traceback'), 2);
  });

  it('count only as whole words', () => {
    assert.equal(errors('errors', 'terror', 'exceptional', 'my_error'), 0);
  });
});

describe('file paths', () => {
  it('are the longest run and then the last extension in it', () => {
    assert.deepEqual(paths('./a.js.b.py.c'), ['./a.js.b.py']);
  });

  it('take the first extension of the list that fits', () => {
    assert.deepEqual(paths('./x.json'), ['./x.js']);
    assert.deepEqual(paths('./x.tsx'), ['./x.ts']);
  });

  it('need something between their beginning and the extension', () => {
    assert.deepEqual(paths('./.py ~.py /home/.py'), []);
    assert.deepEqual(paths('~/.py'), ['~/.py']);
  });

  it('may begin inside of something else', () => {
    assert.deepEqual(paths('../a.py x/home/u/b.py'), ['./a.py', '/home/u/b.py']);
  });

  it('end at the tilde that begins the next one', () => {
    assert.deepEqual(paths('~/a.py~/b.py'), ['~/a.py', '~/b.py']);
  });

  it('may hold letters beyond ASCII, but no bytes that are no UTF-8', () => {
    assert.deepEqual(paths('./\u65e5\u5fd7.md'), ['./\u65e5\u5fd7.md']);
    const broken = Buffer.concat([Buffer.from('./a'), Buffer.from([0xff]), Buffer.from('b.md')]);
    assert.deepEqual(paths(broken), []);
  });

  it('count once, wherever they are met again', () => {
    const matcher = new AutomatonMatcher();
    matcher.add(Buffer.from('./a.py'), '[{"path": "./a.py"}]');
    matcher.add(Buffer.from('./a.py'), null);
    assert.equal(matcher.figures().distinctPaths, 1);
  });

  it('are looked for in calls too, and nothing else is', () => {
    const matcher = new AutomatonMatcher();
    matcher.add(Buffer.from('~'), '[{"name": "/mnt/error/traceback.sh"}]');
    const { distinctPaths, errorMessages, occurrences } = matcher.figures();
    assert.deepEqual([distinctPaths, errorMessages, occurrences.traceback_events], [1, 0, 0]);
  });
});

describe('a frozen state', () => {
  it('is plain JSON that goes on in the middle of a match', () => {
    const matcher = new AutomatonMatcher();
    matcher.add(Buffer.from('error, ./a.py, git'), null);
    const thawed = new AutomatonMatcher(JSON.parse(JSON.stringify(matcher.freeze())));
    thawed.add(Buffer.from('push ./a.py'), null);
    const { occurrences, errorMessages, distinctPaths } = thawed.figures();
    assert.deepEqual([occurrences.git_events, errorMessages, distinctPaths], [1, 1, 1]);
  });
});
