import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HistoryMode } from '../../../../src/hermes/historyMode.ts';
import type { Coordinator } from '../../../../src/scanning/coordination/coordinator.ts';
import { coordinatorFor, fullScan } from '../../../support/scanning.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const SESSIONS = 6;

describe('an incremental scan', () => {
  let home: TemporaryHome;
  let coordinators: Coordinator[];
  beforeEach(() => {
    home = TemporaryHome.create();
    coordinators = [];
    for (let session = 0; session < SESSIONS; session++) {
      home.addSession(
        { id: `s${session}`, title: session % 2 ? `Task ${session}` : null, model: 'openai/gpt' },
        [
          { content: `please fix error ${session}` },
          { role: 'assistant', content: 'git commit', tool_calls: '[{"name":"terminal"}]' },
          { role: 'tool', content: 'Traceback: docker name already', tool_name: 'terminal' },
        ],
      );
    }
  });
  afterEach(async () => {
    for (const coordinator of coordinators) await coordinator.dispose();
    home.remove();
  });

  function open(historyMode: HistoryMode = 'lifetime'): Coordinator {
    const coordinator = coordinatorFor(home.path, { historyMode });
    coordinators.push(coordinator);
    return coordinator;
  }

  async function scanAndClose(historyMode?: HistoryMode) {
    const coordinator = open(historyMode);
    const snapshot = await coordinator.rescan({ full: false });
    await coordinator.dispose();
    return snapshot;
  }

  it('reuses every session the second time, in another process as well as in the same', async () => {
    const first = await scanAndClose();
    const coordinator = open();
    const second = await coordinator.rescan({ full: false });
    const third = await coordinator.rescan({ full: false });
    assert.equal(first.scan_meta.sessions_rescanned, SESSIONS);
    assert.equal(second.scan_meta.sessions_rescanned, 0);
    assert.equal(third.scan_meta.sessions_rescanned, 0);
    assert.deepEqual(second.aggregate, first.aggregate);
    assert.deepEqual(third.aggregate, first.aggregate);
  });

  it('analyses exactly the one session that got a message', async () => {
    const coordinator = open();
    await coordinator.rescan({ full: false });
    home.addMessage('s3', { content: 'another error' });
    const warm = await coordinator.rescan({ full: false });
    assert.equal(warm.scan_meta.sessions_rescanned, 1);
    assert.equal(warm.scan_meta.sessions_reused, SESSIONS - 1);
    await coordinator.dispose();
    home.addMessage('s4', { content: 'and another error' });
    const cold = await scanAndClose();
    assert.equal(cold.scan_meta.sessions_rescanned, 1);
    assert.equal(cold.aggregate.total_errors, warm.aggregate.total_errors + 1);
  });

  const CHANGES: Record<string, () => void> = {
    'a message was appended': () => home.addMessage('s0', { content: 'not found' }),
    'a message was replaced, as an edit does': () => {
      home.rewind(1);
      home.addMessage('s0', { content: 'ollama, please' });
    },
    'messages were rewound': () => home.rewind(2, 3),
    'messages were compacted and a summary followed': () => {
      home.compact(4, 5, 6);
      home.addMessage('s1', { role: 'system', content: 'summary of an error' });
    },
    'messages were compacted and nothing followed': () => home.compact(7, 8),
    'a rewound message came back': () => {
      home.rewind(9);
      home.sql.prepare('UPDATE messages SET active = 1 WHERE id = 9').run();
    },
    'a session was archived': () => home.archive('s2'),
    'a session was deleted': () => home.deleteSession('s3'),
    'one message was deleted': () => home.deleteMessage(2),
    'a session was added': () =>
      home.addSession({ id: 'new', model: 'ollama/llama' }, [{ content: 'docker' }]),
    'a session got another title and model': () =>
      home.editSession('s4', { title: 'Renamed', model: 'qwen' }),
    'a session lost its title': () => home.editSession('s1', { title: null }),
    'everything happened at once': () => {
      for (const [name, change] of Object.entries(CHANGES)) if (!name.startsWith('everything')) change();
    },
  };
  /** What lifetime goes on counting, though Hermes has it no more. */
  const DELETES = ['a session was deleted', 'one message was deleted', 'everything happened at once'];
  for (const mode of ['lifetime', 'dashboard'] as const) {
    for (const [what, change] of Object.entries(CHANGES)) {
      if (mode === 'lifetime' && DELETES.includes(what)) continue;
      it(`gives what a full scan gives after ${what} (${mode})`, async () => {
        await scanAndClose(mode);
        const warm = open(mode);
        await warm.rescan({ full: false });
        change();
        const expected = await fullScan(home.path, mode);
        const refreshed = await warm.rescan({ full: false });
        assert.deepEqual(refreshed.aggregate, expected.aggregate);
        assert.deepEqual(withoutTimes(refreshed), withoutTimes(expected));
        await warm.dispose();
        assert.deepEqual((await scanAndClose(mode)).aggregate, expected.aggregate);
      });
    }
  }

  for (const what of DELETES) {
    it(`lets no figure of lifetime fall after ${what}`, async () => {
      const warm = open();
      const before = (await warm.rescan({ full: false })).aggregate;
      CHANGES[what]!();
      const after = (await warm.rescan({ full: false })).aggregate;
      const fallen = Object.entries(before).filter(
        ([metric, figure]) => after[metric as 'total_errors'] < figure,
      );
      assert.deepEqual(fallen, []);
      await warm.dispose();
      assert.deepEqual((await scanAndClose()).aggregate, after);
    });
  }

  it('counts for the dashboard only what differs there, whoever counted for lifetime', async () => {
    home.rewind(1);
    const lifetime = await scanAndClose('lifetime');
    const dashboard = await scanAndClose('dashboard');
    const again = await scanAndClose('lifetime');
    assert.deepEqual(
      [dashboard, again, await scanAndClose('dashboard')].map(
        ({ scan_meta }) => scan_meta.sessions_rescanned,
      ),
      [1, 0, 0],
    );
    assert.deepEqual(again.aggregate, lifetime.aggregate);
  });

  it('goes on where it stopped when a large session grows, with the same figures', async () => {
    const filler = 'background = true \n git commit ./src/app.ts '.repeat(60_000);
    home.addMessage('s0', { content: filler });
    const coordinator = open();
    await coordinator.rescan({ full: false });
    home.addMessage('s0', { content: `= true ${filler}` });
    const grown = await coordinator.rescan({ full: false });
    assert.equal(grown.scan_meta.messages_scanned, 1);
    assert.deepEqual(grown.aggregate, (await fullScan(home.path)).aggregate);
  });
});

/** Two scans of one history may differ in when unlocks were dated, in nothing else. */
function withoutTimes({ achievements }: Awaited<ReturnType<typeof fullScan>>) {
  return achievements.map(({ unlocked_at: _, evidence: __, ...rest }) => rest);
}
