import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import type { Coordinator, CoordinatorOptions } from '../../../../src/scanning/coordination/coordinator.ts';
import type { ScanEvent } from '../../../../src/scanning/events.ts';
import { Scanner } from '../../../../src/scanning/scan/scanner.ts';
import type { ScanService } from '../../../../src/scanning/scanService.ts';
import { CancelFlag } from '../../../../src/scanning/worker/cancelFlag.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { coordinatorFor } from '../../../support/scanning.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { TemporaryHome, type TemporaryHomeOptions } from '../../../support/temporaryHome.ts';

/** A home of the test's own and the windows that look at it; everything is closed and gone when the test ends. */
export interface Stage {
  readonly home: TemporaryHome;
  /** Opens a window on the home. */
  open(options?: Partial<CoordinatorOptions>): Coordinator;
  /** One of our files, parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what is on disk as it is
  file(name: string): any;
  /** Where one of our files is. */
  pathOf(name: string): string;
}

export function setStage(t: TestContext, options: TemporaryHomeOptions = {}): Stage {
  const home = TemporaryHome.create(options);
  const windows: Coordinator[] = [];
  t.after(async () => {
    for (const window of windows) await window.dispose();
    home.remove();
  });
  const pathOf = (name: string): string => join(home.path, 'plugins', 'hermes-achievements', name);
  return {
    home,
    open(options) {
      const window = coordinatorFor(home.path, options);
      windows.push(window);
      return window;
    },
    file: (name) => JSON.parse(readFileSync(pathOf(name), 'utf8')),
    pathOf,
  };
}

/** A worker that scans for real, and stands still where its first scan has read nothing yet until that is cancelled. */
export const HELD_AT_METADATA = new URL('./heldAtMetadataWorker.ts', import.meta.url);
/** The same where some sessions were read, and more are left. */
export const HELD_AT_PROGRESS = new URL('./heldAtProgressWorker.ts', import.meta.url);

/** Fills a home with sessions that unlock a little and take a little while to read. */
export function addSessions(home: TemporaryHome, count: number, textBytes = 400): void {
  const text = 'git commit: error, port already in use at ./src/server.ts\n'.repeat(
    Math.ceil(textBytes / 58),
  );
  home.sql.exec('BEGIN');
  for (let index = 0; index < count; index++) {
    home.addSession({ id: `many-${index}`, title: `Task ${index}`, model: 'openai/gpt' }, [
      { content: text },
      { role: 'assistant', content: 'done', tool_calls: '[{"name":"terminal"},{"name":"delegate_task"}]' },
    ]);
  }
  home.sql.exec('COMMIT');
}

/** A scanner in the test's own thread, so that a test can act at the very moment of an event. */
export async function scannerFor(
  t: TestContext,
  home: string,
  onEvent: (event: ScanEvent, cancel: CancelFlag) => void = () => undefined,
  options: Partial<Pick<CoordinatorOptions, 'historyMode' | 'save'>> = {},
): Promise<{ scanner: Scanner; cancel: CancelFlag; log: string[] }> {
  const { driver } = await loadDriver();
  const cancel = new CancelFlag();
  const log: string[] = [];
  const scanner = new Scanner(
    {
      role: 'scan',
      home,
      historyMode: 'lifetime',
      workerFile: WORKER_FILE,
      save: true,
      threads: 1,
      cancelMemory: cancel.memory,
      ...options,
    },
    driver,
    {
      emit: (event) => onEvent(event, cancel),
      log: (_level, message) => log.push(message),
      notice: (told) => log.push(inEnglish(told)),
    },
  );
  t.after(() => scanner.close());
  return { scanner, cancel, log };
}

/** The next event of a kind. */
export function next<Name extends ScanEvent['event']>(
  service: ScanService,
  name: Name,
): Promise<Extract<ScanEvent, { event: Name }>> {
  return new Promise((resolve) => {
    const stop = service.onEvent((event) => {
      if (event.event !== name) return;
      stop();
      resolve(event as Extract<ScanEvent, { event: Name }>);
    });
  });
}
