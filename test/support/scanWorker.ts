/** In the environment, names the scan worker that was built for a whole run; see `compiledOnce.ts`. */
export const BUILT_WORKER_VARIABLE = 'HERMES_ACHIEVEMENTS_SCAN_WORKER';

const built = process.env[BUILT_WORKER_VARIABLE];

/** The scan worker as the tests run it: built once for all of a run, else, for a single file, straight from its source. */
export const WORKER_FILE =
  built === undefined ? new URL('../../src/scanning/worker/program.ts', import.meta.url) : new URL(built);
