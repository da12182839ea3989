import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { UnlockNews } from '../../../../src/badges/unlocks/detect.ts';
import type { Coordinator } from '../../../../src/scanning/coordination/coordinator.ts';
import { Scanning } from '../support/processes.ts';
import { setStage } from '../support/stage.ts';

const BADGE = 'subagent_commander';

/** So many calls of a subagent, which the badge counts: 5 are Copper, 40 are Silver. */
function delegations(count: number) {
  return { role: 'assistant', tool_calls: JSON.stringify(Array(count).fill({ name: 'delegate_task' })) };
}

/** What a window claims to announce of the badge. */
async function claimedBy(window: Coordinator): Promise<UnlockNews[]> {
  return (await window.claimNews()).filter(({ id }) => id === BADGE);
}

describe('unlocks', () => {
  it('stay at the best tier they reached when the dashboard counts less, with the figure of today', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'long' }, [delegations(50)]);
    home.addSession({ id: 'short' }, [delegations(6)]);
    const window = open({ historyMode: 'dashboard' });
    const before = await window.rescan({ full: false });
    home.deleteSession('long');
    const after = await window.rescan({ full: false });
    const [was, is] = [before, after].map(({ achievements }) => achievements.find(({ id }) => id === BADGE)!);
    assert.equal(was!.tier, 'Silver');
    assert.deepEqual([is!.unlocked, is!.tier, is!.progress, is!.kept], [true, 'Silver', 6, true]);
    assert.equal(is!.unlocked_at, was!.unlocked_at);
  });

  it('stay in dashboard mode when all of history is gone, in a window that never saw it', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'only' }, [delegations(50)]);
    await open().rescan({ full: false });
    home.deleteSession('only');
    const { achievements } = await open({ historyMode: 'dashboard' }).rescan({ full: true });
    const badge = achievements.find(({ id }) => id === BADGE)!;
    assert.deepEqual([badge.unlocked, badge.tier, badge.progress], [true, 'Silver', 0]);
  });

  it('and tier-ups are remembered, in the order in which they came', async (t) => {
    const { home, open, file } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const window = open();
    await window.rescan({ full: false });
    home.addMessage('one', delegations(40));
    await window.rescan({ full: false });
    const steps = (await window.ask({ kind: 'timeline' })).filter(({ id }) => id === BADGE);
    assert.deepEqual(
      steps.map(({ to_tier }) => to_tier),
      ['Copper', 'Silver'],
    );
    assert.ok(steps[0]!.at < steps[1]!.at);
    assert.equal(file('state.json').unlocks[BADGE].first_tier, 'Copper');
  });

  it('are announced once, whichever windows scan', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const windows = [open(), open()];
    const news: UnlockNews[] = [];
    const scanAndClaim = async (window: Coordinator, full = false): Promise<void> => {
      await window.rescan({ full });
      news.push(...(await claimedBy(window)));
    };
    for (const window of windows) await scanAndClaim(window);
    home.addMessage('one', delegations(40));
    await Promise.all(windows.map((window) => scanAndClaim(window)));
    for (const window of windows) await scanAndClaim(window, true);
    assert.deepEqual(
      news.map(({ kind, to_tier }) => [kind, to_tier]),
      [
        ['unlock', 'Copper'],
        ['tier_up', 'Silver'],
      ],
    );
  });

  it('that a command line finds are left to a window to announce', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const commandLine = Scanning.commandLine(t, home.path);
    commandLine.begin();
    await commandLine.result();
    const window = open();
    await window.rescan({ full: false });
    const first = await claimedBy(window);
    await window.rescan({ full: true });
    assert.deepEqual([first.length, await claimedBy(window)], [1, []]);
  });

  it('that scans leave alone are for the window that claims them, once', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const windows = [open(), open()] as const;
    for (const window of windows) await window.rescan({ full: false });
    home.addMessage('one', delegations(40));
    await windows[0].rescan({ full: false });
    const claimed = [await claimedBy(windows[1]), await claimedBy(windows[0]), await claimedBy(windows[1])];
    assert.deepEqual(
      claimed.map((news) => news.map(({ kind, from_tier, to_tier }) => [kind, from_tier, to_tier])),
      [[['unlock', null, 'Silver']], [], []],
    );
  });

  it('that were claimed are no change that the next scan would have to look at', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const window = open();
    await window.rescan({ full: false });
    assert.ok((await window.claimNews()).length > 0);
    const before = window.current?.achievements;
    assert.equal((await window.rescan({ full: false })).achievements, before);
  });

  it('are recorded nowhere by a scan that saves nothing', async (t) => {
    const { home, open, pathOf } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const { unlocked_count } = await open({ save: false }).rescan({ full: false });
    assert.ok(unlocked_count > 0);
    assert.equal(existsSync(pathOf('..')), false);
  });

  it('are forgotten by a reset, in windows that remember them too', async (t) => {
    const { home, open } = setStage(t);
    home.addSession({ id: 'one' }, [delegations(6)]);
    const other = open({ historyMode: 'dashboard' });
    const before = await other.rescan({ full: false });
    home.deleteSession('one');
    await open().reset();
    const after = await other.rescan({ full: false });
    assert.ok(before.unlocked_count > 0);
    assert.equal(after.unlocked_count, 0);
  });
});
