import * as vscode from 'vscode';
import type { ActiveHistory } from '../../host/activeHistory.ts';
import { problemWords } from '../../host/problemWords.ts';
import { scanStateWord } from '../../host/scanStateWord.ts';
import type { BlindReason, Watching } from '../../host/watching.ts';
import type { Remembered } from '../../scanning/questions.ts';
import { damageProblem } from '../../scanning/scan/damage.ts';
import { problemOf } from '../../words/problem.ts';

/** Show Scan Status: state, times and counters in a list that can be read and copied; starts nothing. */
export async function showScanStatus(history: ActiveHistory, watching: Watching): Promise<void> {
  const picked = await vscode.window.showQuickPick(rows(history, watching), {
    title: vscode.l10n.t('Scan status'),
    placeHolder: vscode.l10n.t('Choose a line to copy it'),
  });
  if (picked)
    await vscode.env.clipboard.writeText(vscode.l10n.t('{0}: {1}', picked.label, picked.description ?? ''));
}

async function rows(history: ActiveHistory, watching: Watching): Promise<vscode.QuickPickItem[]> {
  const status = history.status();
  const sessions = await remembered(history);
  const damage = history.current && damageProblem(history.current.scan_meta);
  const none = vscode.l10n.t('none yet');
  const row = (label: string, description: string): vscode.QuickPickItem => ({ label, description });
  return [
    row(vscode.l10n.t('State'), scanStateWord(status.state)),
    ...(damage === undefined ? [] : [row(vscode.l10n.t('Damage'), problemWords(damage))]),
    row(vscode.l10n.t('Hermes home'), history.place.home),
    row(vscode.l10n.t('Automatic refresh'), watchingWords(watching)),
    row(vscode.l10n.t('Started'), moment(status.started_at) ?? none),
    row(vscode.l10n.t('Finished'), moment(status.finished_at) ?? none),
    row(vscode.l10n.t('Age of the figures'), seconds(status.snapshot_age_s) ?? none),
    row(vscode.l10n.t('Last duration'), milliseconds(status.last_duration_ms) ?? none),
    row(
      vscode.l10n.t('Durations, median and 95th percentile'),
      [milliseconds(status.duration_p50_ms), milliseconds(status.duration_p95_ms)]
        .filter(Boolean)
        .join(' · ') || none,
    ),
    row(vscode.l10n.t('Scans run'), String(status.run_count)),
    row(vscode.l10n.t('Requests that joined a running scan'), String(status.dedupe_count)),
    row(vscode.l10n.t('Requests answered with figures out of date'), String(status.stale_served_count)),
    row(vscode.l10n.t('Sessions remembered'), sessions ?? none),
    row(
      vscode.l10n.t('Last error'),
      status.last_error === null ? vscode.l10n.t('none') : problemWords(status.last_error),
    ),
  ];
}

/** Where there is no history no thread is started to look for what is remembered of it. */
async function remembered(history: ActiveHistory): Promise<string | undefined> {
  if (!(await history.exists())) return undefined;
  try {
    return rememberedWords(await history.ask({ kind: 'remembered' }));
  } catch (error) {
    return problemWords(problemOf(error));
  }
}

function rememberedWords({ sessions, deleted, since }: Remembered): string | undefined {
  const from = moment(since);
  if (from === undefined) return undefined;
  const figure = (value: number): string => value.toLocaleString(vscode.env.language);
  return deleted === 0
    ? vscode.l10n.t('{0}, since {1}', figure(sessions), from)
    : vscode.l10n.t('{0}, since {1}; deleted by Hermes: {2}', figure(sessions), from, figure(deleted));
}

function watchingWords(watching: Watching): string {
  switch (watching.kind) {
    case 'off':
      return vscode.l10n.t('switched off');
    case 'told':
      return vscode.l10n.t('as soon as Hermes writes');
    case 'polled':
      return vscode.l10n.t(
        'looks every {0} s, as the system does not tell of all changes: {1}',
        watching.seconds,
        blindWords(watching.reason),
      );
  }
}

function blindWords(reason: BlindReason): string {
  switch (reason) {
    case 'folder-limit':
      return vscode.l10n.t('its limit of watched folders is reached');
    case 'file-limit':
      return vscode.l10n.t('its limit of open files is reached');
    case 'not-watchable':
      return vscode.l10n.t('this file system cannot be watched');
    case 'refused':
      return vscode.l10n.t('this user may not read the folder');
    case 'network':
      return vscode.l10n.t('the home lies on a network file system');
    default:
      return reason.code;
  }
}

function moment(epochSeconds: number | null): string | undefined {
  return epochSeconds === null
    ? undefined
    : new Date(epochSeconds * 1000).toLocaleString(vscode.env.language);
}

function seconds(value: number | null): string | undefined {
  return value === null ? undefined : vscode.l10n.t('{0} s', Math.round(value));
}

function milliseconds(value: number | null): string | undefined {
  return value === null ? undefined : vscode.l10n.t('{0} ms', Math.round(value * 10) / 10);
}
