import * as vscode from 'vscode';
import { setContextKey } from '../host/contextKeys.ts';
import type { PanelActions } from '../surfaces/panel/panelHistory.ts';

/** What the panel may ask for, answered by the commands that the palette has too. */
export function panelActions(
  openTranscript: PanelActions['openTranscript'],
  log: vscode.LogOutputChannel,
): PanelActions {
  const run = (command: string) => (): void => {
    vscode.commands.executeCommand(`hermesAchievements.${command}`).then(undefined, (error: unknown) => {
      log.error(`${command}: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  return {
    openTranscript,
    shareCard: async (request) => {
      const { saveShareCard } = await import('../surfaces/commands/shareBadge.ts');
      if (await saveShareCard(request)) setContextKey('shared', true);
    },
    export: run('export'),
    chooseHome: run('chooseHome'),
    chooseProfile: run('chooseProfile'),
    trySample: run('trySample'),
    leaveSample: run('leaveSample'),
    showLog: run('showLog'),
  };
}
