import type Mocha from 'mocha';

/** How a suite ended. */
export interface Tally {
  readonly passed: number;
  /** What failed: the full name of each test, and the first line of what it failed of. */
  readonly failures: readonly string[];
}

/**
 * Runs the tests that Mocha has been given.
 * @param onHookFailed hears at once of a hook that failed: no other hook follows that could tell of it
 */
export function runAndTally(mocha: Mocha, onHookFailed?: (name: string) => void): Promise<Tally> {
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failures }));
    runner.on('fail', (test, error: Error) => {
      if (isHook(test)) onHookFailed?.(test.fullTitle());
      failures.push(`${test.fullTitle()}: ${error.message.split('\n', 1)[0]}`);
    });
  });
}

/** Mocha hands over hooks in the place of tests. */
function isHook({ type }: { readonly type?: string }): boolean {
  return type === 'hook';
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((passed, tally) => passed + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

/** Long output may be shown from its end only, so what failed is told once more there. */
export function summary({ passed, failures }: Tally): string {
  const lines = [`${passed} passed, ${failures.length} failed`, ...failures.map((failure) => `  ${failure}`)];
  return lines.join('\n');
}
