import * as vscode from 'vscode';
import type { Remembered } from '../../scanning/questions.ts';
import { badgesAtHand } from './badgesAtHand.ts';
import type { CommandParts } from './commandParts.ts';
import { orTellFailure } from './tellFailure.ts';

/** Forget Deleted Sessions…, of the history shown. */
export async function forgetDeleted(parts: CommandParts): Promise<void> {
  const { history } = parts;
  if (!(await badgesAtHand(parts))) return;
  await history.refresh(); // tells which of them Hermes has deleted by now
  await orTellFailure(parts, async () =>
    askAndForget(await history.ask({ kind: 'remembered' }), history.place.sample, async () => {
      const forgotten = await history.forgetDeleted();
      await history.rescan({ full: false });
      return forgotten;
    }),
  );
}

/**
 * Asks first, says what is lost and what stays, then forgets and counts anew.
 * @param sample whether the history shown is the made-up one
 * @param forget forgets, counts anew and says how many sessions are forgotten
 */
async function askAndForget(
  remembered: Remembered,
  sample: boolean,
  forget: () => Promise<number>,
): Promise<void> {
  if (remembered.deleted === 0) {
    await vscode.window.showInformationMessage(
      sample
        ? vscode.l10n.t('There is nothing to forget: no session of the sample was deleted.')
        : vscode.l10n.t('There is nothing to forget: Hermes has deleted no session that is remembered.'),
    );
    return;
  }
  const label = vscode.l10n.t('Forget Sessions');
  const question =
    remembered.deleted === 1
      ? vscode.l10n.t('Forget 1 session that Hermes has deleted?')
      : vscode.l10n.t('Forget {0} sessions that Hermes has deleted?', figure(remembered.deleted));
  const detail = whatIsLost(remembered, sample).join('\n\n');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, label)) !== label) return;
  const forgotten = await forget();
  await vscode.window.showInformationMessage(
    forgotten === 1
      ? vscode.l10n.t('1 session was forgotten, and all was counted anew. Every unlock stays.')
      : vscode.l10n.t(
          '{0} sessions were forgotten, and all was counted anew. Every unlock stays.',
          figure(forgotten),
        ),
  );
}

function whatIsLost(
  { sessions, deleted, deletedShare, since, setAside }: Remembered,
  sample: boolean,
): string[] {
  return [
    since === null
      ? vscode.l10n.t('Sessions remembered: {0}. Deleted by Hermes: {1}.', figure(sessions), figure(deleted))
      : vscode.l10n.t(
          'Sessions remembered since {0}: {1}. Deleted by Hermes: {2}.',
          new Date(since * 1000).toLocaleDateString(vscode.env.language, { dateStyle: 'long' }),
          figure(sessions),
          figure(deleted),
        ),
    vscode.l10n.t(
      'They make up {0} of all messages and tool calls. The figures fall by that, and nothing brings it back.',
      deletedShare.toLocaleString(vscode.env.language, { style: 'percent', maximumFractionDigits: 1 }),
    ),
    ...(setAside.length === 0
      ? []
      : [
          vscode.l10n.t(
            'It still stands in damaged files that were set aside earlier. To be rid of it, delete: {0}',
            setAside.join(', '),
          ),
        ]),
    vscode.l10n.t('Unlocks and their dates stay.'),
    sample
      ? vscode.l10n.t('Your own badges are not touched.')
      : vscode.l10n.t('The Hermes history itself is not touched.'),
  ];
}

function figure(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
