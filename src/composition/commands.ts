import * as vscode from 'vscode';
import type { CommandParts } from './commandParts.ts';

/** Every command of package.json, and what the panel and the walkthrough link to besides; and what each does. */
export function registerCommands(parts: CommandParts): vscode.Disposable[] {
  const { history, panel, log } = parts;
  // What a command does is loaded with the first one that is run: no window waits for it at its start.
  const wanted = () => import('./commandActions.ts');
  const commands: Record<string, () => unknown> = {
    open: () => panel.show(),
    rescan: async () => (await wanted()).rescan(parts, false),
    fullRescan: async () => (await wanted()).rescan(parts, true),
    cancelScan: () => history.cancel(),
    showScanStatus: async () => (await wanted()).showScanStatus(history, history.place, parts.watching.now),
    showLog: () => log.show(),
    share: async () => (await wanted()).share(parts),
    export: async () => (await wanted()).exportBadges(parts),
    chooseHome: async () => (await wanted()).chooseHome(parts),
    chooseProfile: async () => (await wanted()).chooseProfile(parts),
    trySample: async () => (await wanted()).trySample(parts),
    leaveSample: async () => (await wanted()).leaveSample(parts),
    forgetDeleted: async () => (await wanted()).forgetDeleted(parts),
    resetUnlocks: async () => (await wanted()).reset(parts),
  };
  return Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`hermesAchievements.${name}`, run),
  );
}
