import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { SMALLEST_SCHEMA, TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

describeWithEachDriver('the transcript of a session', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase;

  beforeEach(() => {
    home = TemporaryHome.create();
    database = SessionDatabase.open(home.path, driver);
  });

  afterEach(() => {
    database.close();
    home.remove();
  });

  it('holds messages as people read them', () => {
    const tool_calls = '[{"function": {"name": "terminal", "arguments": "{\\"command\\": \\"ls\\"}"}}]';
    const id = home.addSession({}, [
      { role: 'user', content: 'hé', timestamp: 5 },
      { role: 'assistant', tool_calls, timestamp: 'late' },
      { role: 'tool', content: Buffer.from([0x6f, 0xff]), tool_name: 'terminal', timestamp: 7 },
    ]);
    home.compact(1);
    const common = { active: true, calls: [], text: '', toolName: '' };
    assert.deepEqual(Array.from(database.messages.transcript(id)), [
      { ...common, id: 1, role: 'user', text: 'hé', timestamp: 5, active: false },
      {
        ...common,
        id: 2,
        role: 'assistant',
        calls: [{ name: 'terminal', arguments: '{"command": "ls"}' }],
        timestamp: null,
      },
      { ...common, id: 3, role: 'tool', text: 'o\ufffd', toolName: 'terminal', timestamp: 7 },
    ]);
  });

  it('leaves out rewound messages', () => {
    const id = home.addSession({}, [{ content: 'a' }, { content: 'b' }]);
    home.rewind(1);
    assert.deepEqual(
      Array.from(database.messages.transcript(id), ({ text }) => text),
      ['b'],
    );
  });

  it('comes with what Hermes noted of the session', () => {
    const id = home.addSession({
      cwd: '/work',
      git_branch: 'main',
      input_tokens: 2 ** 53,
      actual_cost_usd: 0.5,
    });
    const details = database.details(id);
    assert.equal(details?.workingDirectory, '/work');
    assert.equal(details?.gitBranch, 'main');
    assert.equal(details?.inputTokens, 2 ** 53);
    assert.equal(details?.actualCostUsd, 0.5);
    assert.equal(details?.endReason, null);
  });

  it('comes with nothing noted of a session that does not exist', () => {
    assert.equal(database.details('missing'), undefined);
  });

  it('takes numbers that are none for absent', () => {
    const id = home.addSession({ output_tokens: 'many', estimated_cost_usd: Infinity });
    assert.equal(database.details(id)?.outputTokens, null);
    assert.equal(database.details(id)?.estimatedCostUsd, null);
  });

  it('can be read in the smallest schema', () => {
    database.close();
    home.remove();
    home = TemporaryHome.create({ schema: SMALLEST_SCHEMA });
    database = SessionDatabase.open(home.path, driver);
    const id = home.addSession({}, [{ role: 'user' }]);
    assert.equal(Array.from(database.messages.transcript(id)).length, 1);
    assert.equal(database.details(id)?.workingDirectory, null);
  });
});
