import * as vscode from 'vscode';
import type { HermesAchievementsApi } from '../../../src/surfaces/api/publicApi.ts';

export const EXTENSION_ID = 'hermes-achievements.hermes-achievements';

/** The extension under test. */
export function extension(): vscode.Extension<HermesAchievementsApi> {
  const found = vscode.extensions.getExtension<HermesAchievementsApi>(EXTENSION_ID);
  if (!found) throw new Error(`${EXTENSION_ID} is not in this VS Code`);
  return found;
}
