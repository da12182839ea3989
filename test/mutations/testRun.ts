import { join } from 'node:path';
import { run } from 'node:test';

export interface TestRun {
  /** Names of the tests that failed, outermost part first, and of files that did not end or could not be loaded. */
  readonly failed: readonly string[];
  readonly passed: number;
  readonly milliseconds: number;
}

interface Told {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string | undefined;
  readonly details: {
    readonly type?: string | undefined;
    readonly error?: { readonly failureType?: string };
  };
}

/** Runs test files of a checkout, each in a process of its own. @param limitMs after which a file counts as hanging */
export function runTests(checkout: string, files: readonly string[], limitMs: number): Promise<TestRun> {
  const started = performance.now();
  const failed: string[] = [];
  let passed = 0;
  return new Promise((resolve, reject) => {
    run({ files: [...files], cwd: checkout, concurrency: true, timeout: limitMs })
      .on('test:fail', (told: Told) => {
        // A suite fails for its tests, which are told themselves.
        if (told.details.error?.failureType !== 'subtestsFailed') failed.push(nameOf(told, checkout));
      })
      .on('test:pass', ({ details }: Told) => {
        if (details.type !== 'suite') passed++;
      })
      .on('error', reject)
      .on('end', () => resolve({ failed, passed, milliseconds: performance.now() - started }))
      .resume();
  });
}

/** A test's own name; a file is called by its path, and is told as a test when it did not end or did not load. */
function nameOf({ name, details }: Told, checkout: string): string {
  const called = name.replace(join(checkout, '/'), '');
  return details.error?.failureType === 'testTimeoutFailure' ? `${called} (did not end)` : called;
}
