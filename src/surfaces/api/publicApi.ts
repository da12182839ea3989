import { sealSecrets } from '../../badges/secrets/redact.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { ScanService } from '../../scanning/scanService.ts';

/**
 * What `activate` returns, for other extensions; see docs/api.md. Grows by new members only.
 *
 * ```ts
 * const extension = vscode.extensions.getExtension('hermes-achievements.hermes-achievements');
 * const api = await extension?.activate();
 * api?.snapshot?.unlocked_count;
 * ```
 */
export interface HermesAchievementsApi {
  readonly version: 1;
  /** The figures that this window shows, in the shape of `scan_snapshot.json`; undefined before there are any. */
  readonly snapshot: Snapshot | undefined;
  /** Calls back with every new snapshot of a finished scan; dispose of the result to stop. */
  onDidChange(listener: (snapshot: Snapshot) => void): { dispose(): void };
}

export function publicApi(service: ScanService): HermesAchievementsApi {
  return {
    version: 1,
    get snapshot() {
      return service.current && forOthers(service.current);
    },
    onDidChange(listener) {
      const dispose = service.onEvent((event) => {
        if (event.event === 'done') listener(forOthers(event.snapshot));
      });
      return { dispose };
    },
  };
}

/** A copy, so that nobody can change what this window shows; secrets tell no more than the panel shows of them. */
function forOthers(snapshot: Snapshot): Snapshot {
  return structuredClone({ ...snapshot, achievements: sealSecrets(snapshot.achievements) });
}
