import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { append, startSession } from '../../../../src/sample/operations/appending.ts';
import { prune } from '../../../../src/sample/operations/pruning.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';

describe('a proactive prune', () => {
  it('inserts everything again: old results in one line, long arguments cut, texts trimmed', async (t) => {
    const { hermes } = await HermesHome.create(t);
    const said = { session_id: 's', timestamp: 1000 };
    startSession(hermes, { id: 's', started_at: 1000 });
    append(hermes, { ...said, role: 'user', content: '  please \n' });
    const args = JSON.stringify({ command: 'x'.repeat(900) });
    const tool_calls = JSON.stringify([
      { id: 'c', type: 'function', function: { name: 'patch', arguments: args } },
    ]);
    append(hermes, { ...said, role: 'assistant', content: null, tool_calls });
    append(hermes, {
      ...said,
      role: 'tool',
      content: 'y'.repeat(900),
      tool_call_id: 'c',
      tool_name: 'patch',
    });
    append(hermes, { ...said, role: 'assistant', content: 'z'.repeat(900) });

    assert.equal(prune(hermes, 's', { keep: 1 }), true);

    const rows = hermes.database.messages('s');
    assert.deepEqual(
      rows.map(({ active, compacted }) => [active, compacted]),
      [...Array(4).fill([0, 1]), ...Array(4).fill([1, 0])],
    );
    const [question, calls, result, answer] = rows.slice(4);
    assert.equal(question!.content, 'please');
    const [call] = JSON.parse(`${calls!.tool_calls}`);
    assert.deepEqual([call.id, call.function.name], ['c', 'patch']);
    assert.ok(JSON.parse(call.function.arguments).command.length < 200);
    assert.equal(result!.content, '[patch] 900 chars, cleared');
    assert.equal(answer!.content, 'z'.repeat(900));
  });
});
