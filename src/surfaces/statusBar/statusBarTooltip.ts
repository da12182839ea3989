import * as vscode from 'vscode';
import type { Achievement } from '../../badges/achievement.ts';
import { countTiers, nearestBadges } from '../../badges/summary.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { problemWords } from '../../host/problemWords.ts';
import { scanStateWord } from '../../host/scanStateWord.ts';
import type { ScanView } from '../../host/scanTracker.ts';
import { damageProblem } from '../../scanning/scan/damage.ts';
import type { ScanStatus } from '../../scanning/scanService.ts';
import type { UsedLately } from './usageLately.ts';
import { usageLine } from './usageWords.ts';

/** Which history the figures are of. */
export interface StatusBarPlace {
  readonly profile: string;
  /** The made-up history of "Try with Sample History". */
  readonly sample: boolean;
}

/** What the tooltip tells. */
export interface StatusBarFigures {
  readonly snapshot: Snapshot | undefined;
  /** Empty while it is not known. */
  readonly usage: readonly UsedLately[];
  readonly status: ScanStatus;
  readonly scan: ScanView | null;
  /** Why the last scan failed. */
  readonly error: string | undefined;
}

const NEAREST_SHOWN = 3;
/** The only commands that a link in the tooltip may run. */
const LINKED_COMMANDS = [
  'hermesAchievements.open',
  'hermesAchievements.rescan',
  'hermesAchievements.showUsage',
  'hermesAchievements.showLog',
  'hermesAchievements.leaveSample',
];

/** What the status bar item tells on hover: counts, tiers, the nearest badges, usage, age of the data, links. */
export function statusBarTooltip(
  place: StatusBarPlace,
  { snapshot, usage, status, scan, error }: StatusBarFigures,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('', true);
  tooltip.isTrusted = { enabledCommands: LINKED_COMMANDS };
  tooltip.appendMarkdown('**');
  tooltip.appendText(title(place));
  tooltip.appendMarkdown('**\n\n');
  if (error !== undefined) {
    tooltip.appendMarkdown('$(warning) ');
    tooltip.appendText(error);
    tooltip.appendMarkdown('\n\n');
  }
  const damage = snapshot && damageProblem(snapshot.scan_meta);
  if (damage !== undefined) {
    tooltip.appendMarkdown('$(warning) ');
    tooltip.appendText(problemWords(damage));
    tooltip.appendMarkdown('\n\n');
  }
  if (snapshot) tooltip.appendMarkdown(figures(snapshot));
  if (usage.length > 0) tooltip.appendMarkdown(`${usageLine(usage)}\n\n`);
  tooltip.appendMarkdown(`${freshness(status, scan)}\n\n---\n\n${links(error, place.sample)}`);
  return tooltip;
}

/** A history that is not the usual one is named. */
function title({ profile, sample }: StatusBarPlace): string {
  if (sample) return vscode.l10n.t('Hermes Achievements · sample history');
  if (profile === 'default') return vscode.l10n.t('Hermes Achievements');
  return vscode.l10n.t('Hermes Achievements · profile {0}', profile);
}

function figures(snapshot: Snapshot): string {
  const { unlocked_count, total_count, discovered_count, secret_count } = snapshot;
  const lines = [
    vscode.l10n.t(
      '{0} of {1} unlocked · {2} locked · {3} secret',
      unlocked_count,
      total_count,
      discovered_count,
      secret_count,
    ),
  ];
  const tiers = countTiers(snapshot.achievements).filter(({ count }) => count > 0);
  if (tiers.length > 0) {
    lines.push(tiers.map(({ tier, count }) => `${vscode.l10n.t(tier)} ${count}`).join(' · '));
  }
  const nearest = nearestBadges(snapshot.achievements, NEAREST_SHOWN);
  if (nearest.length > 0) {
    lines.push([vscode.l10n.t('Nearest to the next tier:'), ...nearest.map(nearestLine)].join('\n'));
  }
  return `${lines.join('\n\n')}\n\n`;
}

/** Names of badges are our own, so they are safe in Markdown. */
function nearestLine(badge: Achievement): string {
  const goal = badge.next_tier === null ? '' : ` → ${vscode.l10n.t(badge.next_tier)}`;
  return `- ${vscode.l10n.t('{0}: {1}', `${badge.name}${goal}`, `${badge.progress_pct}%`)}`;
}

function freshness(status: ScanStatus, scan: ScanView | null): string {
  if (status.snapshot_age_s === null && status.state === 'STALE') {
    return vscode.l10n.t('No Hermes history has been read yet.');
  }
  const counted =
    status.snapshot_age_s === null ? '' : vscode.l10n.t('counted {0} ago', age(status.snapshot_age_s));
  // Figures that are being refreshed in the background are about to be up to date: that is not worth a word.
  return [scan?.quiet ? '' : scanStateWord(status.state), counted].filter(Boolean).join(' · ');
}

function age(seconds: number): string {
  if (seconds < 60) return vscode.l10n.t('less than a minute');
  if (seconds < 5400) return vscode.l10n.t('{0} min', Math.round(seconds / 60));
  if (seconds < 129_600) return vscode.l10n.t('{0} h', Math.round(seconds / 3600));
  return vscode.l10n.t('{0} days', Math.round(seconds / 86_400));
}

function links(error: string | undefined, sample: boolean): string {
  const link = (icon: string, label: string, command: string): string =>
    `[$(${icon}) ${label}](command:${command})`;
  return [
    link('star-full', vscode.l10n.t('Open'), 'hermesAchievements.open'),
    link('graph', vscode.l10n.t('Usage'), 'hermesAchievements.showUsage'),
    link('refresh', vscode.l10n.t('Rescan'), 'hermesAchievements.rescan'),
    ...(sample
      ? [link('sign-out', vscode.l10n.t('Leave Sample History'), 'hermesAchievements.leaveSample')]
      : []),
    ...(error === undefined ? [] : [link('output', vscode.l10n.t('Show Log'), 'hermesAchievements.showLog')]),
  ].join(' &nbsp; ');
}
