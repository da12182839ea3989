import * as vscode from 'vscode';
import type { Achievement, TierName } from '../../badges/achievement.ts';
import type { UnlockNews } from '../../badges/unlocks.ts';
import type { Snapshot } from '../../files/snapshot.ts';
import type { NotificationLevel } from '../../host/settings.ts';
import type { DoneEvent } from '../../scanning/events.ts';

/** More than this many are summed up instead of named. */
const NAMED_AT_MOST = 3;
const HIGH_TIERS: ReadonlySet<string | null> = new Set(['Gold', 'Diamond', 'Olympian', null]);

/**
 * Announces what a finished scan unlocked, in one message. The event carries news that no window has announced yet,
 * so that nothing is told twice.
 * @param open shows the one badge that was announced; null where there were several
 */
export async function announceUnlocks(
  event: DoneEvent,
  level: NotificationLevel,
  open: (badge: string | null) => void,
): Promise<void> {
  const message = announcement(event, level);
  if (message === undefined) return;
  const label = vscode.l10n.t('Open');
  const told = event.first_scan ? [] : event.unlocks.filter((news) => isTold(news, level));
  const badge = told.length === 1 ? told[0]!.id : null;
  if ((await vscode.window.showInformationMessage(message, label)) === label) open(badge);
}

/** The message for an event, or nothing when there is nothing to tell at this level. */
function announcement(event: DoneEvent, level: NotificationLevel): string | undefined {
  if (level === 'off' || event.unlocks.length === 0) return undefined;
  if (event.first_scan) return firstScan(event.snapshot);
  const told = event.unlocks.filter((news) => isTold(news, level));
  if (told.length === 0) return undefined;
  if (told.length > NAMED_AT_MOST) return summary(told);
  const badges = new Map(event.snapshot.achievements.map((badge) => [badge.id, badge]));
  return told.map((news) => sentence(news, badges.get(news.id))).join(' ');
}

function isTold(news: UnlockNews, level: NotificationLevel): boolean {
  return level === 'all' || HIGH_TIERS.has(news.to_tier);
}

function firstScan(snapshot: Snapshot): string {
  return vscode.l10n.t(
    'Your Hermes history is read: {0} of {1} achievements are unlocked.',
    snapshot.unlocked_count,
    snapshot.total_count,
  );
}

function summary(news: readonly UnlockNews[]): string {
  const unlocked = news.filter((item) => item.kind === 'unlock').length;
  const raised = news.length - unlocked;
  if (raised === 0) return vscode.l10n.t('{0} achievements unlocked.', unlocked);
  if (unlocked === 0) return vscode.l10n.t('{0} achievements reached a higher tier.', raised);
  return vscode.l10n.t('{0} achievements unlocked, {1} reached a higher tier.', unlocked, raised);
}

function sentence(news: UnlockNews, badge: Achievement | undefined): string {
  const name = badge?.name ?? news.id;
  if (news.kind === 'tier_up') {
    return vscode.l10n.t('{0} rose from {1} to {2}.', name, tier(news.from_tier), tier(news.to_tier));
  }
  return news.to_tier === null
    ? vscode.l10n.t('Achievement unlocked: {0}.', name)
    : vscode.l10n.t('Achievement unlocked: {0} ({1}).', name, tier(news.to_tier));
}

function tier(name: TierName | null): string {
  return name === null ? '' : vscode.l10n.t(name);
}
