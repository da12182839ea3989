/** Introduces the parts to each other; everything else is done by them. */
import * as vscode from 'vscode';
import { registerCommands } from './composition/commands.ts';
import { panelActions } from './composition/panelActions.ts';
import { sessionTitle } from './composition/sessionTitle.ts';
import { ActiveHistory } from './host/activeHistory.ts';
import { coordinatorOpener } from './host/openCoordinator.ts';
import { PlaceKeeper } from './host/placeKeeper.ts';
import { WatchingTeller } from './host/watching.ts';
import { type HermesAchievementsApi, publicApi } from './surfaces/api/publicApi.ts';
import { registerAchievementsTool } from './surfaces/languageModel/achievementsTool.ts';
import { LazyPanel } from './surfaces/panel/lazyPanel.ts';
import { Transcripts } from './surfaces/transcript/transcripts.ts';

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
    titleOf: (session) => sessionTitle(history.current, session),
    log: logLine,
  });
  const watching = new WatchingTeller();
  const panel = new LazyPanel({
    extensionUri: context.extensionUri,
    history,
    actions: panelActions((request) => void transcripts.open(request), log),
    store: context.globalState,
    workspaceState: context.workspaceState,
    log: logLine,
  });

  context.subscriptions.push(
    log,
    transcripts,
    panel,
    ...registerCommands({ context, history, places, panel, watching, log }),
    registerAchievementsTool(history),
    nextTurn(() => {
      import('./composition/showHistory.ts')
        .then(({ showHistory }) =>
          context.subscriptions.push(showHistory({ history, places, panel, watching, log })),
        )
        .catch((error: unknown) => log.error(String(error)));
    }),
  );
  return publicApi(history);
}

/** VS Code waits for this: what is only in memory is written down. */
export async function deactivate(): Promise<void> {
  await active?.dispose();
}

/** Begins once VS Code has what it waits for: all extensions start in one thread, and keep each other waiting. */
function nextTurn(begin: () => void): vscode.Disposable {
  const turn = setImmediate(begin);
  return { dispose: () => clearImmediate(turn) };
}
