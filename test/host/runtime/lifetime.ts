type Cleanup = () => unknown;

const cleanups: Cleanup[] = [];
let ending: Promise<void> | undefined;

/**
 * Registers work to be done before this process ends, on every path: a normal end, a failure, Ctrl+C.
 * The last registered is done first, so a program is ended before its folder is removed.
 */
export function onShutdown(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Does all registered work. Safe to call twice: the second call waits for the first. */
export function shutDown(): Promise<void> {
  ending ??= (async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
      await Promise.resolve(cleanup()).catch((error) => process.stderr.write(`while ending: ${error}\n`));
    }
  })();
  return ending;
}

/** Runs a program's main function: its number is the exit code, a failure is 1, a signal 128 + its number. */
export async function runToTheEnd(main: () => Promise<number>): Promise<never> {
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
  let interrupted = false;
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      interrupted = true;
      void shutDown().then(() => process.exit(128 + number));
    });
  }
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    // What fails because everything is being ended is no news.
    if (!interrupted) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  }
  await shutDown();
  process.exit(code);
}
