import * as vscode from 'vscode';

/** One line of the list. */
export interface ProfileChoice {
  readonly name: string;
  /** The home this profile lives in. */
  readonly home: string;
  /** Hermes itself uses this one by default. */
  readonly active: boolean;
  /** This window shows it. */
  readonly shown: boolean;
}

/**
 * Choose Profile…: the profiles of the Hermes home.
 * @returns the chosen name, an empty text for "follow Hermes", undefined when nothing was chosen
 */
export async function pickProfile(profiles: readonly ProfileChoice[]): Promise<string | undefined> {
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
