import { t } from '@vscode/l10n';
import type { Achievement, TierName } from '../../../../badges/achievement.ts';
import { metricLabel, metricPhrase } from '../../../../badges/catalogue/metricLabels.ts';
import type { SortKey } from '../../../../badges/catalogue/order.ts';
import type { StateFilter } from '../../protocol/viewState.ts';
import { figure } from './formats.ts';

export function stateName(state: StateFilter): string {
  switch (state) {
    case 'all':
      return t('All');
    case 'unlocked':
      return t('Unlocked');
    case 'discovered':
      return t('Locked');
    case 'secret':
      return t('Secret');
  }
}

export function sortName(sort: SortKey): string {
  switch (sort) {
    case 'nearest':
      return t('Nearest to next tier');
    case 'tier':
      return t('Tier');
    case 'name':
      return t('Name');
    case 'progress':
      return t('Progress');
    case 'recent':
      return t('Recently unlocked');
  }
}

/** A tier's name; for a badge without tiers the word that stands in its place. */
export function tierName(tier: TierName | null): string {
  return tier === null ? t('Feat') : t(tier);
}

/** What a badge is, in a word: its tier once unlocked, else its state. */
export function rankName({ state, tier }: Achievement): string {
  return state === 'unlocked' ? tierName(tier) : stateName(state);
}

/** What the word for a badge's rank means, where it does not speak for itself; else nothing. */
export function rankMeaning({ state, tier }: Achievement): string {
  if (state === 'secret') return secretMeaning();
  return state === 'unlocked' && tier === null ? featMeaning() : '';
}

export function featMeaning(): string {
  return t('A badge without tiers: all of its conditions are met.');
}

export function secretMeaning(): string {
  return t('A badge whose name and rule stay hidden until something has counted for it.');
}

/** How a badge is called aloud: three question marks tell a listener nothing. */
export function spokenName({ state, name }: Achievement): string {
  return state === 'secret' ? t('Secret badge') : name;
}

/** "812 of 1,000", or the percentage of a badge with several requirements; nothing for a secret. */
export function progressFigures({
  state,
  kind,
  progress,
  progress_pct,
  next_tier,
  next_threshold,
}: Achievement): string {
  if (state === 'secret') return '';
  if (kind === 'multi_condition') return t('{0}%', progress_pct);
  if (next_tier === null || next_threshold === null) return figure(progress);
  return t('{0} of {1}', figure(progress), figure(next_threshold));
}

/** Where the progress leads. */
export function goal({ state, kind, next_tier }: Achievement): string {
  if (state === 'secret') return '';
  if (kind === 'multi_condition') return state === 'unlocked' ? t('Complete') : t('All conditions');
  return next_tier === null ? t('Highest tier reached') : t(next_tier);
}

/** How far it still is to the next tier: "6 terminal calls to go". */
export function distance(badge: Achievement): string {
  const { kind, progress, progress_pct, next_threshold, threshold_metric = '' } = badge;
  if (kind === 'multi_condition') return t('{0}% to go', 100 - progress_pct);
  const missing = Math.max(0, (next_threshold ?? progress) - progress);
  return t('{0} to go', metricFigure(threshold_metric, missing));
}

export function metricName(metric: string): string {
  return t(metricLabel(metric));
}

/** "812 terminal calls" */
export function metricFigure(metric: string, value: number): string {
  return t(metricPhrase(metric, value), figure(value));
}

/** Everything that stands on a card, for the search. */
export function visibleWords(badge: Achievement): string {
  return [badge.name, badge.description, t(badge.category), rankName(badge), stateName(badge.state)].join(
    '\n',
  );
}
