import * as vscode from 'vscode';
import { profilePlaces } from '../../host/place.ts';
import { readSettings, writeUserSetting } from '../../host/settings.ts';
import type { CommandParts } from './commandParts.ts';
import { leaveSample } from './sample/leaveSample.ts';

/** Choose Profile…: from then on the settings name it. */
export async function chooseProfile(parts: CommandParts): Promise<void> {
  const { home } = parts.history.place;
  const chosen = await pickProfile(
    profilePlaces(readSettings()).map((profile) => ({ ...profile, shown: profile.home === home })),
  );
  if (chosen === undefined) return;
  await writeUserSetting('profile', chosen);
  await leaveSample(parts);
}

/** One line of the list. */
interface ProfileChoice {
  readonly name: string;
  /** The home this profile lives in. */
  readonly home: string;
  /** Hermes itself uses this one by default. */
  readonly active: boolean;
  /** This window shows it. */
  readonly shown: boolean;
}

/**
 * Asks for one of the profiles of the Hermes home.
 * @returns the chosen name, an empty text for "follow Hermes", undefined when nothing was chosen
 */
async function pickProfile(profiles: readonly ProfileChoice[]): Promise<string | undefined> {
  const follow = {
    label: `$(sync) ${vscode.l10n.t('Follow Hermes')}`,
    description: vscode.l10n.t('always the profile that Hermes uses'),
    value: '',
  };
  const items = profiles.map((profile) => ({
    label: `${profile.shown ? '$(check)' : '$(account)'} ${profile.name}`,
    description: profile.active ? vscode.l10n.t('used by Hermes') : '',
    detail: profile.home,
    value: profile.name,
  }));
  const picked = await vscode.window.showQuickPick([follow, ...items], {
    title: vscode.l10n.t('Choose a Hermes profile'),
    matchOnDetail: true,
  });
  return picked?.value;
}
