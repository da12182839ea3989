/** What a window has, from its start on; `extensionUnasked.ts` has what follows a turn later. */
import * as vscode from 'vscode';
import { ActiveHistory } from './host/activeHistory.ts';
import { coordinatorOpener } from './host/openCoordinator.ts';
import { PlaceKeeper } from './host/placeKeeper.ts';
import { readSettings } from './host/settings.ts';
import { WatchingTeller } from './host/watching.ts';
import { type HermesAchievementsApi, publicApi } from './surfaces/api/publicApi.ts';
import { registerCommands, windowCommands } from './surfaces/commands/windowCommands.ts';
import { registerAchievementsTool } from './surfaces/languageModel/achievementsTool.ts';
import { LazyPanel } from './surfaces/panel/lazyPanel.ts';
import { Transcripts } from './surfaces/transcript/transcripts.ts';
import { messageOf } from './words/problem.ts';

let active: ActiveHistory | undefined;

export function activate(context: vscode.ExtensionContext): HermesAchievementsApi {
  const log = vscode.window.createOutputChannel('Hermes Achievements', { log: true });
  const places = new PlaceKeeper(context.workspaceState, log);
  const history = new ActiveHistory(places.current(), coordinatorOpener(context, log));
  active = history;

  const logLine = (level: 'info' | 'warn' | 'error', message: string): void => log[level](message);
  const transcripts = new Transcripts({
    home: () => history.place.home,
    worker: context.asAbsolutePath('dist/transcriptWorker.cjs'),
    titleOf: (session) => history.ask({ kind: 'title', session }),
    log: logLine,
  });
  const watching = new WatchingTeller();
  const panel = new LazyPanel({
    extensionUri: context.extensionUri,
    history,
    actions: {
      openTranscript: (request) => void transcripts.open(request),
      shareCard: async (request) =>
        (await import('./surfaces/commands/shareBadge.ts')).saveShareCard(request),
      saveRecap: async (request) => (await import('./surfaces/commands/saveRecap.ts')).saveRecap(request),
      run: (command) => {
        commands[command]()?.catch((error: unknown) => log.error(`${command}: ${messageOf(error)}`));
      },
    },
    store: context.globalState,
    workspaceState: context.workspaceState,
    recapRhythm: () => readSettings().recap,
    log: logLine,
  });
  const commands = windowCommands({
    history,
    places,
    panel,
    watching,
    log,
    sample: {
      storage: context.globalStorageUri,
      workerFile: context.asAbsolutePath('dist/sampleWorker.cjs'),
    },
  });

  context.subscriptions.push(
    log,
    transcripts,
    panel,
    registerCommands(commands),
    registerAchievementsTool(history),
    nextTurn(async () => {
      const { doUnasked } = await import('./extensionUnasked.ts');
      context.subscriptions.push(doUnasked({ history, places, panel, watching, log }));
    }, log),
  );
  return publicApi(history);
}

/** VS Code waits for this: what is only in memory is written down. */
export async function deactivate(): Promise<void> {
  await active?.dispose();
}

/** Begins once VS Code has what it waits for: all extensions start in one thread, and keep each other waiting. */
function nextTurn(begin: () => Promise<void>, log: vscode.LogOutputChannel): vscode.Disposable {
  const turn = setImmediate(() => void begin().catch((error: unknown) => log.error(messageOf(error))));
  return { dispose: () => clearImmediate(turn) };
}
