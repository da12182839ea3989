import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { type ActiveHistory, isSamePlace } from '../host/activeHistory.ts';
import { hermesRoot, profilePlaces } from '../host/place.ts';
import type { PlaceKeeper } from '../host/placeKeeper.ts';
import { readSettings, writeUserSetting } from '../host/settings.ts';
import { pickHome } from '../surfaces/commands/chooseHome.ts';
import { pickProfile } from '../surfaces/commands/chooseProfile.ts';
import { exportBadges } from '../surfaces/commands/exportBadges.ts';
import { resetUnlocks } from '../surfaces/commands/resetUnlocks.ts';
import { rescanWithProgress } from '../surfaces/commands/scanCommands.ts';
import { chooseBadgeToShare } from '../surfaces/commands/shareBadge.ts';
import { showScanStatus } from '../surfaces/commands/showScanStatus.ts';
import { prepareSample } from '../surfaces/commands/trySample.ts';
import type { AchievementsPanel } from '../surfaces/panel/achievementsPanel.ts';
import { writeSampleInWorker } from '../surfaces/sample/writeSampleInWorker.ts';

export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly history: ActiveHistory;
  readonly places: PlaceKeeper;
  readonly panel: AchievementsPanel;
  readonly log: vscode.LogOutputChannel;
}

/** Every command of package.json, and what the panel and the walkthrough link to besides; and what each does. */
export function registerCommands(parts: CommandParts): vscode.Disposable[] {
  const { history, panel, log } = parts;
  const commands: Record<string, () => unknown> = {
    open: () => panel.show(),
    rescan: () => rescan(parts, false),
    fullRescan: () => rescan(parts, true),
    cancelScan: () => history.cancel(),
    showScanStatus: () => showScanStatus(history, history.place),
    showLog: () => log.show(),
    share: () => share(parts),
    export: async () => exportBadges(await history.achievements()),
    chooseHome: () => chooseHome(parts),
    chooseProfile: () => chooseProfile(parts),
    trySample: () => trySample(parts),
    leaveSample: () => leaveSample(parts),
    resetUnlocks: () => reset(parts),
  };
  return Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`hermesAchievements.${name}`, run),
  );
}

async function rescan({ history, panel }: CommandParts, full: boolean): Promise<void> {
  panel.expectScan();
  await rescanWithProgress(history, full);
}

async function share({ history, panel }: CommandParts): Promise<void> {
  const chosen = await chooseBadgeToShare(await history.achievements());
  if (chosen) panel.share(chosen.id, chosen.purpose);
}

async function chooseHome(parts: CommandParts): Promise<void> {
  const chosen = await pickHome(dirname(hermesRoot(readSettings())));
  if (chosen === undefined) return;
  await writeUserSetting('home', chosen);
  await leaveSample(parts);
}

async function chooseProfile(parts: CommandParts): Promise<void> {
  const { home } = parts.history.place;
  const chosen = await pickProfile(
    profilePlaces(readSettings()).map((profile) => ({ ...profile, shown: profile.home === home })),
  );
  if (chosen === undefined) return;
  await writeUserSetting('profile', chosen);
  await leaveSample(parts);
}

/** Shows what the settings lead to; a setting just changed may have led there already. */
async function leaveSample({ history, places }: CommandParts): Promise<void> {
  const place = await places.leaveSample();
  if (!isSamePlace(place, history.place)) await history.switchTo(place);
}

async function trySample({ context, history, places, panel }: CommandParts): Promise<void> {
  const worker = context.asAbsolutePath('dist/sampleWorker.cjs');
  const home = await prepareSample(context.globalStorageUri, (options, onProgress, signal) =>
    writeSampleInWorker(worker, options, onProgress, signal),
  );
  if (home === undefined) return;
  await history.switchTo(await places.useSample(home));
  panel.show();
}

async function reset({ history }: CommandParts): Promise<void> {
  await resetUnlocks(history.current, async () => {
    await history.reset();
    await history.rescan({ full: true });
  });
}
