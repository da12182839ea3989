import { Coordinator, type CoordinatorOptions } from '../../src/scanning/coordination/coordinator.ts';

/** A coordinator with the options of an extension's window. */
export function openCoordinator(
  options: Pick<CoordinatorOptions, 'home' | 'workerFile' | 'threads'>,
): Coordinator {
  return new Coordinator({
    historyMode: 'lifetime',
    save: true,
    ttlSeconds: () => 120,
    onLog: () => undefined,
    onNotice: () => undefined,
    ...options,
  });
}
