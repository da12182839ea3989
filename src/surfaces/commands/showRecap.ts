import * as vscode from 'vscode';
import { dayOfIso } from '../../calendar/isoDay.ts';
import type { RecapPeriod } from '../../recap/period.ts';
import type { CommandParts } from './commandParts.ts';
import { QuestionList } from './questionList.ts';

interface Offered extends vscode.QuickPickItem {
  /** Null for a range, which is asked for. */
  readonly period: RecapPeriod | null;
}

/** Show Recap…: asks for a week, a month, a year or two days, and shows the recap in the panel. */
export async function showRecap({ panel }: CommandParts): Promise<void> {
  const period = await choosePeriod();
  if (period) await panel.showPage('activity', period);
}

async function choosePeriod(): Promise<RecapPeriod | undefined> {
  const list = new QuestionList();
  try {
    const chosen = await list.ask({ title: vscode.l10n.t('A recap of'), items: offered() });
    return chosen && (chosen.period ?? (await askRange()));
  } finally {
    list.dispose();
  }
}

function offered(): Offered[] {
  return [
    { label: vscode.l10n.t('Last Week'), period: { last: 'week' } },
    { label: vscode.l10n.t('Last Month'), period: { last: 'month' } },
    { label: vscode.l10n.t('Last Year'), period: { last: 'year' } },
    { label: vscode.l10n.t('From … to …'), period: null },
  ];
}

async function askRange(): Promise<RecapPeriod | undefined> {
  const since = await askDay(vscode.l10n.t('First day'), Number.NEGATIVE_INFINITY);
  if (since === undefined) return undefined;
  const until = await askDay(vscode.l10n.t('Last day'), since);
  return until === undefined ? undefined : { range: { since, until } };
}

/** @param earliest an earlier day is refused */
async function askDay(title: string, earliest: number): Promise<number | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    placeHolder: '2026-03-01',
    prompt: vscode.l10n.t('A day, as year-month-day.'),
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const day = dayOfIso(typed.trim());
      if (day === undefined) return vscode.l10n.t('A day is written like 2026-03-01.');
      return day < earliest ? vscode.l10n.t('The last day comes before the first.') : undefined;
    },
  });
  return text === undefined ? undefined : dayOfIso(text.trim());
}
