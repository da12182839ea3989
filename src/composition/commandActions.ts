/** What the commands do whose parts no window needs at its start. */
import { dirname } from 'node:path';
import { isSamePlace } from '../host/activeHistory.ts';
import { hermesRoot, profilePlaces } from '../host/place.ts';
import { readSettings, writeUserSetting } from '../host/settings.ts';
import { pickHome } from '../surfaces/commands/chooseHome.ts';
import { pickProfile } from '../surfaces/commands/chooseProfile.ts';
import { resetUnlocks } from '../surfaces/commands/resetUnlocks.ts';
import { rescanWithProgress } from '../surfaces/commands/scanCommands.ts';
import { chooseBadgeToShare } from '../surfaces/commands/shareBadge.ts';
import { prepareSample } from '../surfaces/commands/trySample.ts';
import { writeSampleInWorker } from '../surfaces/sample/writeSampleInWorker.ts';
import type { CommandParts } from './commandParts.ts';

export { exportBadges } from '../surfaces/commands/exportBadges.ts';
export { showScanStatus } from '../surfaces/commands/showScanStatus.ts';

export async function rescan({ history, panel }: CommandParts, full: boolean): Promise<void> {
  await panel.expectScan();
  await rescanWithProgress(history, full);
}

export async function share({ history, panel }: CommandParts): Promise<void> {
  const chosen = await chooseBadgeToShare(await history.achievements());
  if (chosen) await panel.share(chosen.id, chosen.purpose);
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

export async function reset({ history }: CommandParts): Promise<void> {
  await resetUnlocks(history.current, async () => {
    await history.reset();
    await history.rescan({ full: true });
  });
}
