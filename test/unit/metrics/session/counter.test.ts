import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FrozenCounter } from '../../../../src/metrics/session/counter.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import { count, countMessages, message, SESSION } from '../support/counting.ts';

describe('the tools of a session', () => {
  it('are the names outside of results and the names of calls, in sequence', () => {
    const stats = countMessages([
      message({ toolName: 'terminal', callNames: ['patch', 'patch'] }),
      message({ isResult: true, toolName: 'web_search' }),
    ]);
    assert.equal(stats.tool_call_count, 3);
  });

  it('are named by results too', () => {
    const stats = countMessages([
      message({ isResult: true, toolName: 'web_search' }),
      message({ callNames: ['patch'] }),
    ]);
    assert.deepEqual(stats.tool_names, ['patch', 'web_search']);
    assert.equal(stats.distinct_tool_count, 2);
  });

  it('are sorted by code point', () => {
    const stats = countMessages([message({ callNames: ['b', '\u{1f600}', 'B', '\uff5e', 'a'] })]);
    assert.deepEqual(stats.tool_names, ['B', 'a', 'b', '\uff5e', '\u{1f600}']);
  });

  it('are counted by what their names contain in lower case', () => {
    const stats = countMessages([message({ callNames: ['My_Terminal_2', 'web_extract', 'web_search'] })]);
    assert.deepEqual([stats.terminal_calls, stats.web_calls, stats.web_extract_calls], [1, 2, 1]);
  });

  it('add up to web and browser calls', () => {
    const stats = countMessages([message({ callNames: ['browser_click', 'web_search'] })]);
    assert.equal(stats.web_browser_calls, 2);
  });

  it('share their counter with what the texts say', () => {
    const stats = countMessages([
      message({ text: 'a skill, background=true', callNames: ['skill_view', 'process'] }),
    ]);
    assert.deepEqual([stats.skill_events, stats.process_calls], [2, 2]);
  });
});

describe('error messages', () => {
  it('count once each', () => {
    assert.equal(count('error error', 'fine', 'failed').error_count, 2);
  });

  it('make YAML count as YAML trouble', () => {
    assert.deepEqual([count('yaml').yaml_error_events, count('yaml', 'error').yaml_error_events], [0, 1]);
  });

  it('make a restart a restart after an error, whichever came first', () => {
    assert.deepEqual(
      [count('restart').restart_after_error_events, count('restart', 'error').restart_after_error_events],
      [0, 1],
    );
  });

  it('make a tiny fix count from the fifth on', () => {
    const errors = (times: number) => count('typo', ...new Array<string>(times).fill('error'));
    assert.deepEqual(
      [errors(4), errors(5)].map((stats) => stats.tiny_patch_after_errors_events),
      [0, 1],
    );
  });
});

describe('an installation', () => {
  it('fails or succeeds by what else the session says', () => {
    const failed = count('pip install x', 'error');
    const succeeded = count('pip install x', 'done');
    assert.deepEqual([failed.install_error_events, failed.install_success_events], [1, 0]);
    assert.deepEqual([succeeded.install_error_events, succeeded.install_success_events], [0, 1]);
  });
});

describe('a counter', () => {
  it('takes the session as it is listed', () => {
    const { session_id, title, started_at, last_active, source, model_names } = count();
    assert.deepEqual(
      { session_id, title, started_at, last_active, source, model_names },
      {
        session_id: SESSION.id,
        title: SESSION.title,
        started_at: SESSION.startedAt,
        last_active: SESSION.lastActive,
        source: SESSION.source,
        model_names: [SESSION.model],
      },
    );
  });

  it('names no model where the session has none', () => {
    assert.deepEqual(newSessionCounter().stats({ ...SESSION, model: '' }).model_names, []);
  });

  it('may be asked and go on', () => {
    const counter = newSessionCounter();
    counter.add(message({ text: 'git' }));
    counter.stats(SESSION);
    counter.add(message({ text: 'push' }));
    assert.equal(counter.stats(SESSION).git_events, 1);
  });

  it('goes on from its frozen state in another process', () => {
    const first = newSessionCounter();
    first.add(message({ text: './a.py git', isResult: true, toolName: 'read_file', callNames: ['patch'] }));
    const frozen = JSON.parse(JSON.stringify(first.freeze())) as FrozenCounter;
    const second = newSessionCounter(frozen);
    second.add(message({ text: 'push ./a.py', callNames: ['patch'] }));
    first.add(message({ text: 'push ./a.py', callNames: ['patch'] }));
    assert.deepEqual(second.stats(SESSION), first.stats(SESSION));
  });

  it('counts no differently when the memory of a text is used again', () => {
    const counter = newSessionCounter();
    const memory = Buffer.from('./a.py git');
    counter.add(message({ text: memory }));
    memory.fill('x');
    counter.add(message({ text: 'push' }));
    const { files_touched_count, git_events } = counter.stats(SESSION);
    assert.deepEqual([files_touched_count, git_events], [1, 1]);
  });
});
