import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { tryScanLock } from '../../../../src/files/scanLock.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

const { driver } = await loadDriver();

describe('a reset', () => {
  it('touches nothing while another is at work', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, 20);
    const { scanner, cancel } = await scannerFor(t, home.path);
    await scanner.scan(false);
    const attempt = await tryScanLock(await DataDirectory.locate(home.path), driver);
    assert.ok(attempt.kind === 'held');
    cancel.raise(); // or it would be waited for
    await assert.rejects(scanner.reset(), { name: 'ScanCancelled' });
    attempt.lock.release();
    assert.equal(existsSync(pathOf('state.json')), true);
  });

  it('makes no place for our files where there is none', async (t) => {
    const { home, pathOf } = setStage(t);
    const { scanner } = await scannerFor(t, home.path);
    await scanner.reset();
    assert.equal(existsSync(pathOf('..')), false);
  });
});
