import * as vscode from 'vscode';
import type { CommandParts } from './commandParts.ts';

/** Commands by the names that package.json, the walkthrough and messages give them, without their prefix. */
export type WindowCommands = ReturnType<typeof windowCommands>;

/** Every command of a window. What one does is loaded when it is first run: no window waits for it at its start. */
export function windowCommands(parts: CommandParts) {
  const { history, panel, log } = parts;
  return {
    open: () => panel.show(),
    rescan: async () => (await import('./rescan.ts')).rescan(parts, { full: false }),
    fullRescan: async () => (await import('./rescan.ts')).rescan(parts, { full: true }),
    cancelScan: () => history.cancel(),
    showScanStatus: async () =>
      (await import('./showScanStatus.ts')).showScanStatus(history, parts.watching.now),
    showActivity: () => panel.showPage('activity'),
    showUsage: () => panel.showPage('usage'),
    showRecap: async () => (await import('./showRecap.ts')).showRecap(parts),
    showLog: () => log.show(),
    share: async () => (await import('./shareBadge.ts')).shareBadge(parts),
    export: async () => (await import('./exportBadges.ts')).exportBadges(parts),
    chooseHome: async () => (await import('./chooseHome.ts')).chooseHome(parts),
    chooseProfile: async () => (await import('./chooseProfile.ts')).chooseProfile(parts),
    trySample: async () => (await import('./sample/trySample.ts')).trySample(parts),
    leaveSample: async () => (await import('./sample/leaveSample.ts')).leaveSample(parts),
    forgetDeleted: async () => (await import('./forgetDeleted.ts')).forgetDeleted(parts),
    resetUnlocks: async () => (await import('./resetUnlocks.ts')).resetUnlocks(parts),
  };
}

/** Makes them known to VS Code. */
export function registerCommands(commands: WindowCommands): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`hermesAchievements.${name}`, run),
  );
  return vscode.Disposable.from(...registered);
}
