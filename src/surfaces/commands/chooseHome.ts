import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { hermesRoot } from '../../host/place.ts';
import { readSettings, writeUserSetting } from '../../host/settings.ts';
import type { CommandParts } from './commandParts.ts';
import { leaveSample } from './sample/leaveSample.ts';

/** Choose Hermes Home…: from then on the settings name it. */
export async function chooseHome(parts: CommandParts): Promise<void> {
  const chosen = await pickHome(dirname(hermesRoot(readSettings())));
  if (chosen === undefined) return;
  await writeUserSetting('home', chosen);
  await leaveSample(parts);
}

/**
 * Asks for a folder beside the data, which over a remote connection is not where the window is.
 * @param current where the question begins
 * @returns its path, undefined when nothing was chosen
 */
async function pickHome(current: string): Promise<string | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose Hermes Home…'),
      defaultUri: vscode.Uri.file(current),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return folder?.fsPath;
}
