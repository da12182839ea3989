import type { Achievement } from '../badges/achievement.ts';
import { metricPhrase } from '../badges/catalogue/metricLabels.ts';
import { english, type Translate } from '../words/translate.ts';
import { PRODUCT_NAME } from './productMark.ts';
import type { ShareCard } from './shareCard.ts';

export interface CardLanguage {
  translate: Translate;
  /** A BCP 47 tag for figures and dates. */
  locale: string;
  /** The time zone that says on which day it was. */
  timeZone: string;
}

const DEFAULT_LANGUAGE: CardLanguage = { translate: english, locale: 'en', timeZone: 'UTC' };

/**
 * What stands on the share card of an unlocked badge. English and UTC unless told otherwise.
 * @throws {RangeError} if the badge is not unlocked: a card must not show what is still secret.
 */
export function shareCardTexts(achievement: Achievement, language: Partial<CardLanguage> = {}): ShareCard {
  if (achievement.state !== 'unlocked') throw new RangeError('Only an unlocked badge has a share card');
  const { translate: t, locale, timeZone } = { ...DEFAULT_LANGUAGE, ...language };
  const { tier, icon, name, category } = achievement;
  const figures = new Intl.NumberFormat(locale);
  const day = dayOfUnlock(achievement, { locale, timeZone });
  return {
    tier,
    icon,
    name,
    category: t(category),
    rank: tier === null ? t('Feat') : t(tier),
    description: t(achievement.description),
    figures: achievedFigures(achievement).map(({ metric, value }) =>
      t(metricPhrase(metric, value), figures.format(value)),
    ),
    unlocked: day === undefined ? t('Unlocked') : t('Unlocked on {0}', day),
    product: PRODUCT_NAME,
  };
}

/** The real day; where no history tells it, the one on which it was noticed. */
function dayOfUnlock(
  { reached, unlocked_at }: Achievement,
  { locale, timeZone }: Pick<CardLanguage, 'locale' | 'timeZone'>,
): string | undefined {
  const written = (moment: number | Date, zone: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(moment);
  const [first] = reached;
  // A calendar day is the same in every zone.
  if (first) return written(new Date(`${first.day}T00:00:00Z`), 'UTC');
  return unlocked_at === undefined ? undefined : written(unlocked_at * 1000, timeZone);
}

function achievedFigures(achievement: Achievement): { metric: string; value: number }[] {
  if (achievement.requirements) return achievement.requirements;
  const { threshold_metric: metric, progress: value } = achievement;
  return metric === undefined ? [] : [{ metric, value }];
}
