import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { dayOfIso } from '../../../../src/calendar/isoDay.ts';
import { localDayOf } from '../../../../src/calendar/localDay.ts';
import { yearOf } from '../../../../src/calendar/spans.ts';
import type { Coordinator } from '../../../../src/scanning/coordination/coordinator.ts';
import type { Question } from '../../../../src/scanning/questions.ts';
import { coordinatorFor } from '../../../support/scanning.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const BEGAN = 1_760_000_000;
const DAY = localDayOf(BEGAN);
const calls = (count: number) => JSON.stringify(Array(count).fill({ name: 'delegate_task' }));

const QUESTIONS: readonly Question[] = [
  { kind: 'reached' },
  { kind: 'curve', badge: 'subagent_commander' },
  { kind: 'activity', year: yearOf(DAY) },
  { kind: 'day', day: DAY },
  { kind: 'recap', period: { range: { since: DAY - 3, until: DAY } } },
];

describe('the answer to a question', () => {
  let home: TemporaryHome;
  const open: Coordinator[] = [];
  const window = (options: Parameters<typeof coordinatorFor>[1] = {}): Coordinator => {
    const coordinator = coordinatorFor(home.path, options);
    open.push(coordinator);
    return coordinator;
  };

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'kept', title: 'Kept', started_at: BEGAN, cwd: '/projects/kept/' }, [
      { role: 'assistant', timestamp: BEGAN + 5, tool_calls: calls(6) },
    ]);
    home.addSession({ id: 'doomed', title: 'Doomed', started_at: BEGAN + 60, model: 'ollama/llama' }, [
      { role: 'assistant', timestamp: BEGAN + 65, content: 'hello', tool_calls: calls(4) },
    ]);
  });
  afterEach(async () => {
    for (const coordinator of open.splice(0)) await coordinator.dispose();
    home.remove();
  });

  it('is the same before any scan, from what is remembered, as after one', async () => {
    const first = window();
    await first.rescan({ full: false });
    const second = window();
    for (const question of QUESTIONS)
      assert.deepEqual(await second.ask(question), await first.ask(question), question.kind);
  });

  it('is empty, and no failure, where nothing was ever scanned', async () => {
    const untouched = window();
    assert.deepEqual(await untouched.ask({ kind: 'reached' }), []);
    assert.equal((await untouched.ask({ kind: 'activity' })).history, null);
    assert.deepEqual((await untouched.ask({ kind: 'day', day: DAY })).sessions, []);
    assert.equal((await untouched.ask({ kind: 'recap', period: { last: 'week' } })).history, null);
  });

  it('follows what another window has remembered meanwhile', async () => {
    const asking = window();
    assert.deepEqual((await asking.ask({ kind: 'day', day: DAY })).sessions, []);
    await window().rescan({ full: false });
    assert.equal((await asking.ask({ kind: 'day', day: DAY })).sessions.length, 2);
  });

  it('says of a session that Hermes has deleted that it is only remembered', async () => {
    const asking = window();
    await asking.rescan({ full: false });
    home.deleteSession('doomed');
    await asking.rescan({ full: false });
    const { sessions } = await asking.ask({ kind: 'day', day: DAY });
    assert.deepEqual(
      sessions.map(({ id, deleted, tool_calls }) => [id, deleted, tool_calls]),
      [
        ['kept', false, 6],
        ['doomed', true, 4],
      ],
    );
    const { longest_session, folders } = await asking.ask(QUESTIONS[4] as Question & { kind: 'recap' });
    assert.equal(longest_session?.id, 'kept');
    assert.deepEqual(folders, [{ name: '/projects/kept', messages: 1 }]);
  });

  it('tells on which day a tier was reached, and when that was noticed', async () => {
    const asking = window();
    const before = Date.now() / 1000;
    await asking.rescan({ full: false });
    const { day, tier, noticed, kept } = (await asking.ask({ kind: 'reached' })).find(
      ({ id }) => id === 'subagent_commander',
    )!;
    assert.deepEqual([dayOfIso(day), tier, kept], [DAY, 'Copper', false]);
    assert.ok(noticed! >= before - 1);
  });

  it('tells no curve of a secret badge, nor where nothing dates the figures', async () => {
    const asking = window();
    await asking.rescan({ full: false });
    assert.equal(await asking.ask({ kind: 'curve', badge: 'docker_name_collision' }), null);
    const curve = await asking.ask({ kind: 'curve', badge: 'subagent_commander' });
    assert.deepEqual(
      curve?.points.map(({ value }) => value),
      [10],
    );
    const dashboard = window({ historyMode: 'dashboard' });
    await dashboard.rescan({ full: false });
    assert.equal(await dashboard.ask({ kind: 'curve', badge: 'subagent_commander' }), null);
    assert.ok((await dashboard.ask({ kind: 'reached' })).every(({ kept }) => kept));
    assert.deepEqual(await dashboard.ask(QUESTIONS[2]!), await asking.ask(QUESTIONS[2]!));
  });
});
