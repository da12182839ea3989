import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { OwnFiles } from '../../../../src/scanning/ownFiles/ownFiles.ts';
import { Turns } from '../../../../src/scanning/scan/turns.ts';
import { CancelFlag, ScanCancelled } from '../../../../src/scanning/worker/cancelFlag.ts';
import { temporaryHome } from '../../files/support/temporaryHome.ts';

const { driver } = await loadDriver();
const SILENT = { emit: () => undefined, log: () => undefined, notice: () => undefined };

/** Two who want their turn at one home. */
async function two(t: TestContext) {
  const home = await temporaryHome(t);
  const cancel = new CancelFlag();
  const [one, other] = [0, 1].map(() => {
    const { right } = new OwnFiles(home, { save: true }, driver, SILENT);
    return new Turns(right, cancel);
  }) as [Turns, Turns];
  return { one, other, cancel };
}

/** A turn that lasts until it is ended. */
function lasting() {
  let end!: () => void;
  let begun!: () => void;
  const isOver = new Promise<void>((resolve) => (end = resolve));
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const act = (): Promise<void> => {
    begun();
    return isOver;
  };
  return { act, hasBegun, end };
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

describe('turns at a home', () => {
  it('are never two at once', async (t) => {
    const { one, other } = await two(t);
    let [holders, most] = [0, 0];
    const act = async (): Promise<void> => {
      most = Math.max(most, ++holders);
      await new Promise((resolve) => setImmediate(resolve));
      holders--;
    };
    await Promise.all([one, other, one, other].map((turns) => turns.take(act)));
    assert.equal(most, 1);
  });

  for (const [how, act] of [
    ['is done', nothing],
    ['fails', () => Promise.reject(new Error('no'))],
  ] as const)
    it(`end when what is done in them ${how}`, async (t) => {
      const { one, other } = await two(t);
      await one.take<undefined>(act).catch(() => undefined);
      let turns = 0;
      await other.takeIfFree(async () => void turns++);
      assert.equal(turns, 1);
    });

  it('are needless once somebody else has done what was wanted', async (t) => {
    const { one, other } = await two(t);
    const turn = lasting();
    const first = one.take(turn.act);
    await turn.hasBegun;
    let result: string | undefined;
    const waiting = other.takeUnless(
      () => Promise.resolve(result),
      () => Promise.resolve('by myself'),
    );
    result = 'by the other';
    assert.equal(await waiting, 'by the other');
    turn.end();
    await first;
  });

  it('are needless, too, where it was done just before they began', async (t) => {
    const { one } = await two(t);
    const act = (): Promise<string> => Promise.reject(new Error('not to be done again'));
    assert.equal(await one.takeUnless(() => Promise.resolve('done'), act), 'done');
  });

  it('are waited for until one is called off', async (t) => {
    const { one, other, cancel } = await two(t);
    const turn = lasting();
    const first = one.take(turn.act);
    await turn.hasBegun;
    const waiting = other.takeUnless(nothing, () => Promise.resolve('too late'));
    cancel.raise();
    await assert.rejects(waiting, ScanCancelled);
    turn.end();
    await first;
  });

  it('that can wait are left out while another has one', async (t) => {
    const { one, other } = await two(t);
    const turn = lasting();
    const first = one.take(turn.act);
    await turn.hasBegun;
    let acted = 0;
    const act = async (): Promise<void> => void acted++;
    await other.takeIfFree(act);
    assert.equal(acted, 0);
    turn.end();
    await first;
    await other.takeIfFree(act);
    assert.equal(acted, 1);
  });
});
