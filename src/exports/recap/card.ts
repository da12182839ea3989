import { PRODUCT_NAME } from '../../artwork/productMark.ts';
import { recapCardSvg } from '../../artwork/recapCard.ts';
import { tierRank } from '../../badges/unlocks/record.ts';
import { messagesOverTime } from '../../recap/messagesOverTime.ts';
import type { Recap } from '../../recap/recap.ts';
import type { RecapUnlock } from '../../recap/unlocks.ts';
import { english, type Translate } from '../../words/translate.ts';
import { figure, shortDollars, shortFigure } from '../figures.ts';
import {
  changeOf,
  comparedTotals,
  daysWords,
  messagesBy,
  messagesWords,
  recapDays,
  recapTitle,
  totalWords,
  type Writing,
} from './words.ts';

export interface RecapCardOptions {
  /** Titles of sessions and paths of folders stand on it; left out otherwise, since it is made to be shown. */
  readonly names?: boolean;
  /** English without it. */
  readonly translate?: Translate;
}

const IN_LITTLE_ROOM: Writing = { count: figure, tokens: shortFigure, dollars: shortDollars };
/** Narrower ones would run together. */
const MOST_BARS = 62;

/** A recap as a picture to show to others: a self-contained SVG of 1200 × 630. */
export function recapCard(
  recap: Recap,
  { names = false, translate: t = english }: RecapCardOptions = {},
): string {
  const { tools, models, folders, unlocks } = recap;
  return recapCardSvg({
    title: recapTitle(recap, t),
    days: recapDays(recap, t),
    figures: comparedTotals(recap, t).map((total) => ({
      value: totalWords(total, t, IN_LITTLE_ROOM).now,
      label: total.label,
      change: changeOf(total),
    })),
    bars: bars(recap, t),
    medals: unlocks
      .toSorted((a, b) => tierRank(b.to_tier) - tierRank(a.to_tier))
      .map((unlock) => medal(unlock, t)),
    noMedals: t('No badge was unlocked or rose.'),
    more: (count) => t('{0} more', figure(count)),
    lists: [
      { title: t('Top tools'), items: tools.map(({ name }) => name) },
      { title: t('Top models'), items: models.map(({ name }) => name) },
      names
        ? { title: t('Top folders'), items: folders.map(({ name }) => name) }
        : { title: t('Busiest day'), items: busiest(recap, t) },
    ].filter(({ items }) => items.length > 0),
    note: note(recap, names, t),
    product: PRODUCT_NAME,
  });
}

function medal({ name, icon, to_tier }: RecapUnlock, t: Translate) {
  return { tier: to_tier, icon, name, rank: to_tier === null ? t('Feat') : t(to_tier) };
}

function bars(recap: Recap, t: Translate) {
  const { unit, times } = messagesOverTime(recap, MOST_BARS);
  return { title: messagesBy(unit, t), values: times.map(({ messages }) => messages) };
}

function busiest({ busiest_day }: Recap, t: Translate): string[] {
  return busiest_day === null ? [] : [busiest_day.day, messagesWords(busiest_day.messages, t)];
}

function note({ longest_streak, longest_session }: Recap, names: boolean, t: Translate): string {
  if (longest_session === null) return t('Nothing happened in this time.');
  const streak = t('Longest streak: {0}', daysWords(longest_streak, t));
  const { title, messages } = longest_session;
  return names ? `${streak} · ${t('Longest session: {0}, {1}', title, messagesWords(messages, t))}` : streak;
}
