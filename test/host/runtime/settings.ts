import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Settings = Record<string, unknown>;

/**
 * Settings of a window in which nothing happens unasked: no welcome, no chat, no updates, no calls to the
 * outside; nothing moves that would have to be waited for; every editor is a tab, in which nothing is typed or
 * saved but by its user; and every question for a file is asked inside the window.
 */
export const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'workbench.editor.useModal': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
};

/** Writes the user's settings of a server; windows opened from now on take them up. */
export async function writeUserSettings(dataFolder: string, settings: Settings): Promise<void> {
  await write(join(dataFolder, 'data/User'), settings);
}

/** Writes what a user would set for this machine: the only place that settings of machine scope are read from. */
export async function writeMachineSettings(dataFolder: string, settings: Settings): Promise<void> {
  await write(join(dataFolder, 'data/Machine'), settings);
}

/** Writes what a workspace would have: settings that come with somebody's files. */
export async function writeWorkspaceSettings(workspace: string, settings: Settings): Promise<void> {
  await write(join(workspace, '.vscode'), settings);
}

async function write(folder: string, settings: Settings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
