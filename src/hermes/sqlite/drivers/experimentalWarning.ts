type EmitWarning = (warning: string | Error, ...rest: unknown[]) => void;

/**
 * Runs `load` without Node's warning that what it loads is experimental. Node 22 has one for node:sqlite, on the stderr
 * of a command line whose user can do nothing about it. `load` must be synchronous, so that nobody else's warning is lost.
 */
export function withoutExperimentalWarning<T>(load: () => T): T {
  const emitWarning = process.emitWarning as EmitWarning;
  const quiet: EmitWarning = (warning, ...rest) => {
    if (rest[0] !== 'ExperimentalWarning') emitWarning.call(process, warning, ...rest);
  };
  process.emitWarning = quiet;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
