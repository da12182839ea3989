import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setStage } from '../support/stage.ts';

async function saidUnder(t: TestContext, tz: string): Promise<string[]> {
  const before = process.env['TZ'];
  process.env['TZ'] = tz;
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  const stage = setStage(t);
  stage.home.addSession({ id: 'a' }, [{ content: 'hello' }]);
  const said: string[] = [];
  const window = stage.open({ onLog: (level, message) => said.push(`${level} ${message}`) });
  await window.rescan({ full: false });
  await window.rescan({ full: true });
  return said.filter((line) => line.includes('TZ'));
}

describe('a time zone that nobody knows', () => {
  it('is said in the log, once however often is scanned', async (t) => {
    assert.deepEqual(await saidUnder(t, 'Foo/Bar'), [
      'warn TZ is "Foo/Bar", which names no known time zone: days, nights and weekends are counted in UTC',
    ]);
  });

  it('is none that a POSIX rule describes', async (t) => {
    assert.deepEqual(await saidUnder(t, 'CET-1CEST'), []);
  });
});
