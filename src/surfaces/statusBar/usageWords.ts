import * as vscode from 'vscode';
import type { UsedLately } from './usageLately.ts';

/** "1.2M · $0.84 today"; where no dollars are known, tokens alone. */
export function todayWords(today: UsedLately): string {
  return vscode.l10n.t('{0} today', amount(today));
}

/** "Today 1.2M · $0.84 — 7 days …": nothing in it comes from the history, so it is safe in Markdown. */
export function usageLine(usage: readonly UsedLately[]): string {
  const parts = usage.map((lately) => {
    const span = lately.days === 1 ? vscode.l10n.t('today') : vscode.l10n.t('{0} days', lately.days);
    return `- ${vscode.l10n.t('{0}: {1}', span, amount(lately))}`;
  });
  return [vscode.l10n.t('Tokens used:'), ...parts].join('\n');
}

function amount({ tokens, dollars, isEstimated }: UsedLately): string {
  const used = new Intl.NumberFormat(vscode.env.language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(tokens);
  if (dollars === null) return used;
  const cost = new Intl.NumberFormat(vscode.env.language, { style: 'currency', currency: 'USD' }).format(
    dollars,
  );
  return `${used} · ${isEstimated ? '~' : ''}${cost}`;
}
