import type { TierName } from '../../badges/achievement.ts';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import { tierRank } from '../../badges/unlocks/record.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { NotificationLevel } from '../../host/settings.ts';
import type { Translate } from '../../words/translate.ts';

/** More than this many are summed up instead of named. */
const NAMED_AT_MOST = 3;
const HIGH_TIERS: ReadonlySet<string | null> = new Set(['Gold', 'Diamond', 'Olympian', null]);

/** What there is to announce. */
export interface Occasion {
  readonly news: readonly UnlockNews[];
  /** The history was read for the first time: everything in it is news at once. */
  readonly first: boolean;
  readonly snapshot: Snapshot;
  readonly level: NotificationLevel;
}

export interface Announcement {
  readonly message: string;
  /** The badge that it is about, if it is about one. */
  readonly badge: string | null;
}

/** One message for everything that is worth one at this level; undefined where nothing is. */
export function announcementOf(occasion: Occasion, translate: Translate): Announcement | undefined {
  const { news, first, snapshot, level } = occasion;
  if (level === 'off' || news.length === 0) return undefined;
  if (first) return { message: firstScan(snapshot, translate), badge: null };
  const told = news.filter((item) => level === 'all' || HIGH_TIERS.has(item.to_tier));
  if (told.length === 0) return undefined;
  const names = new Map(snapshot.achievements.map(({ id, name }) => [id, name]));
  const tell = (item: UnlockNews): string => sentence(item, names.get(item.id) ?? item.id, translate);
  const badge = told.length === 1 ? told[0]!.id : null;
  if (told.length <= NAMED_AT_MOST) return { message: inARow(told.map(tell), translate), badge };
  const [best, ...others] = told.toSorted(bestFirst);
  return { message: inARow([tell(best!), howMany(others, translate)], translate), badge };
}

function firstScan({ unlocked_count, total_count }: Snapshot, translate: Translate): string {
  return translate('Hermes history read. {0} of {1} badges unlocked.', unlocked_count, total_count);
}

/** A badge without tiers is worth as much as a gold one. */
function bestFirst(a: UnlockNews, b: UnlockNews): number {
  const worth = ({ to_tier }: UnlockNews): number => tierRank(to_tier ?? 'Gold');
  return worth(b) - worth(a) || b.at - a.at;
}

function howMany(others: readonly UnlockNews[], translate: Translate): string {
  const unlocked = others.filter(({ kind }) => kind === 'unlock').length;
  const raised = others.length - unlocked;
  if (raised === 0) return translate('{0} more unlocked.', unlocked);
  if (unlocked === 0) return translate('{0} more rose.', raised);
  return translate('{0} more unlocked, {1} more rose.', unlocked, raised);
}

function sentence({ kind, from_tier, to_tier }: UnlockNews, name: string, translate: Translate): string {
  const tier = (of: TierName | null): string => (of === null ? '' : translate(of));
  if (kind === 'tier_up') {
    return translate('{0} rose from {1} to {2}.', name, tier(from_tier), tier(to_tier));
  }
  return to_tier === null
    ? translate('Badge unlocked: {0}.', name)
    : translate('Badge unlocked: {0} ({1}).', name, tier(to_tier));
}

/** Sentences, one after another; not every language puts a blank between them. */
function inARow(sentences: readonly string[], translate: Translate): string {
  return sentences.reduce((before, next) => translate('{0} {1}', before, next));
}
