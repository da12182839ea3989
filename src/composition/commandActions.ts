/** What the commands do whose parts no window needs at its start. */
import { dirname } from 'node:path';
import { isSamePlace } from '../host/activeHistory.ts';
import { setContextKey } from '../host/contextKeys.ts';
import { hermesRoot, profilePlaces } from '../host/place.ts';
import { readSettings, writeUserSetting } from '../host/settings.ts';
import { badgesAtHand } from '../surfaces/commands/badgesAtHand.ts';
import { pickHome } from '../surfaces/commands/chooseHome.ts';
import { pickProfile } from '../surfaces/commands/chooseProfile.ts';
import { exportBadges as exportSnapshotTo } from '../surfaces/commands/exportBadges.ts';
import { forgetDeletedSessions } from '../surfaces/commands/forgetDeleted.ts';
import { resetUnlocks } from '../surfaces/commands/resetUnlocks.ts';
import { rescanWithProgress } from '../surfaces/commands/scanCommands.ts';
import { chooseBadgeToShare } from '../surfaces/commands/shareBadge.ts';
import { tellFailure, type WaysOut } from '../surfaces/commands/tellFailure.ts';
import { prepareSample } from '../surfaces/commands/trySample.ts';
import { writeSampleInWorker } from '../surfaces/sample/writeSampleInWorker.ts';
import type { CommandParts } from './commandParts.ts';

export { showScanStatus } from '../surfaces/commands/showScanStatus.ts';

export async function rescan(parts: CommandParts, full: boolean): Promise<void> {
  const { history, panel } = parts;
  if (await panel.isInSight()) {
    // It has a banner, and tells how the scan ends: one progress is enough.
    await history.rescan({ full }).catch(() => undefined);
    return;
  }
  const failure = await rescanWithProgress(history, full);
  if (failure !== undefined) await tellFailure(failure, await history.exists(), waysOut(parts));
}

export async function share(parts: CommandParts): Promise<void> {
  const snapshot = await badgesAtHand(parts.history, waysOut(parts));
  const chosen = snapshot && (await chooseBadgeToShare(snapshot));
  if (!chosen) return;
  setContextKey('shared', true);
  await parts.panel.share(chosen.id, chosen.purpose);
}

export async function exportBadges(parts: CommandParts): Promise<void> {
  const snapshot = await badgesAtHand(parts.history, waysOut(parts));
  if (snapshot) await exportSnapshotTo(snapshot, () => setContextKey('shared', true));
}

export async function chooseHome(parts: CommandParts): Promise<void> {
  const chosen = await pickHome(dirname(hermesRoot(readSettings())));
  if (chosen === undefined) return;
  await writeUserSetting('home', chosen);
  await leaveSample(parts);
}

export async function chooseProfile(parts: CommandParts): Promise<void> {
  const { home } = parts.history.place;
  const chosen = await pickProfile(
    profilePlaces(readSettings()).map((profile) => ({ ...profile, shown: profile.home === home })),
  );
  if (chosen === undefined) return;
  await writeUserSetting('profile', chosen);
  await leaveSample(parts);
}

/** Shows what the settings lead to; a setting just changed may have led there already. */
export async function leaveSample({ history, places }: CommandParts): Promise<void> {
  const place = await places.leaveSample();
  if (!isSamePlace(place, history.place)) await history.switchTo(place);
}

export async function trySample({ context, history, places, panel }: CommandParts): Promise<void> {
  const worker = context.asAbsolutePath('dist/sampleWorker.cjs');
  const home = await prepareSample(context.globalStorageUri, (options, onProgress, signal) =>
    writeSampleInWorker(worker, options, onProgress, signal),
  );
  if (home === undefined) return;
  await history.switchTo(await places.useSample(home));
  await panel.show();
}

export async function forgetDeleted(parts: CommandParts): Promise<void> {
  const { history } = parts;
  if (!(await badgesAtHand(history, waysOut(parts)))) return;
  await history.refresh(); // tells which of them Hermes has deleted by now
  await orTellWhy(parts, async () =>
    forgetDeletedSessions(await history.ask({ kind: 'remembered' }), history.place.sample, async () => {
      const forgotten = await history.forgetDeleted();
      await history.rescan({ full: false });
      return forgotten;
    }),
  );
}

export async function reset(parts: CommandParts): Promise<void> {
  const { history } = parts;
  await orTellWhy(parts, () =>
    resetUnlocks(history.current, history.place.sample, async () => {
      await history.reset();
      await history.rescan({ full: true });
    }),
  );
}

async function orTellWhy(parts: CommandParts, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await tellFailure(error, await parts.history.exists(), waysOut(parts));
  }
}

function waysOut(parts: CommandParts): WaysOut {
  return {
    chooseHome: () => chooseHome(parts),
    trySample: () => trySample(parts),
    showLog: () => parts.log.show(),
  };
}
