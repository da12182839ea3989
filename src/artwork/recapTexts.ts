import type { TierName } from '../badges/achievement.ts';
import { dayOfIso } from '../calendar/isoDay.ts';
import type { Recap } from '../recap/recap.ts';
import type { RecapUnlock } from '../recap/unlocks.ts';
import { english, type Translate } from '../words/translate.ts';

/** What a recap says, in words: the panel, the picture and Markdown show the same. */
export interface RecapTexts {
  /** "The week of 16 – 22 November 2026" */
  readonly title: string;
  readonly figures: readonly RecapFigure[];
  readonly unlocks: readonly RecapStep[];
  readonly tops: readonly RecapTop[];
  /** Sentences about what was longest, and what was most. */
  readonly facts: readonly string[];
  /** Nothing happened. */
  readonly isEmpty: boolean;
}

export interface RecapFigure {
  readonly label: string;
  readonly value: string;
  /** "1,020 before, +26%" */
  readonly before: string;
}

export interface RecapStep {
  readonly id: string;
  readonly name: string;
  readonly tier: TierName | null;
  /** "Silver → Gold" */
  readonly words: string;
  readonly day: string;
}

export interface RecapTop {
  readonly label: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

export interface RecapLanguage {
  readonly translate: Translate;
  /** A BCP 47 tag for figures and dates. */
  readonly locale: string;
  /** Titles of sessions and folders are told: others are not to see them unasked. */
  readonly withNames: boolean;
}

const DAY_MS = 86_400_000;
const DEFAULTS: RecapLanguage = { translate: english, locale: 'en', withNames: false };

/** English and without titles and folders unless told otherwise. */
export function recapTexts(recap: Recap, language: Partial<RecapLanguage> = {}): RecapTexts {
  const words = new RecapWords({ ...DEFAULTS, ...language });
  const { totals, unlocks } = recap;
  return {
    title: words.title(recap),
    figures: words.figures(recap),
    unlocks: unlocks.map((unlock) => words.step(unlock)),
    tops: words.tops(recap).filter(({ rows }) => rows.length > 0),
    facts: words.facts(recap),
    isEmpty: totals.sessions + totals.messages + totals.tool_calls + unlocks.length === 0,
  };
}

class RecapWords {
  readonly #t: Translate;
  readonly #withNames: boolean;
  readonly #number: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor({ translate, locale, withNames }: RecapLanguage) {
    this.#t = translate;
    this.#withNames = withNames;
    this.#number = new Intl.NumberFormat(locale);
    this.#percent = new Intl.NumberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 0,
    });
    this.#day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    this.#month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  title({ period: { kind, since, until } }: Recap): string {
    if (kind === 'month') return this.#month.format(moment(since));
    if (kind === 'year') return this.#t('The year {0}', since.slice(0, since.indexOf('-', 1)));
    const range = this.#day.formatRange(moment(since), moment(until));
    return kind === 'week' ? this.#t('The week of {0}', range) : range;
  }

  figures({ totals, totals_before: before }: Recap): RecapFigure[] {
    const t = this.#t;
    const rows = [
      [t('Sessions'), totals.sessions, before.sessions],
      [t('Messages'), totals.messages, before.messages],
      [t('Tool calls'), totals.tool_calls, before.tool_calls],
      [t('Days with Hermes'), totals.active_days, before.active_days],
    ] as const;
    return rows.map(([label, value, then]) => ({
      label,
      value: this.#number.format(value),
      before: this.#against(value, then),
    }));
  }

  step({ id, name, from_tier, to_tier, day }: RecapUnlock): RecapStep {
    const t = this.#t;
    const tier = to_tier === null ? t('Feat') : t(to_tier);
    const words = from_tier === null ? tier : t('{0} → {1}', t(from_tier), tier);
    return { id, name, tier: to_tier, words, day: this.#day.format(moment(day)) };
  }

  tops({ tools, models, folders }: Recap): RecapTop[] {
    const t = this.#t;
    const messages = (rows: Recap['models']): RecapTop['rows'] =>
      rows.map(({ name, messages: count }) => ({ name, value: this.#messages(count) }));
    return [
      {
        label: t('Top tools'),
        rows: tools.map(({ name, sessions }) => ({ name, value: this.#sessions(sessions) })),
      },
      { label: t('Top models'), rows: messages(models) },
      ...(this.#withNames ? [{ label: t('Top folders'), rows: messages(folders) }] : []),
    ];
  }

  facts({ longest_streak, busiest_day: busiest, longest_session: session }: Recap): string[] {
    const t = this.#t;
    const facts: string[] = [];
    if (longest_streak > 1) facts.push(t('{0} days in a row.', this.#number.format(longest_streak)));
    if (busiest) {
      const day = this.#day.format(moment(busiest.day));
      facts.push(t('The busiest day was {0}, with {1}.', day, this.#messages(busiest.messages)));
    }
    if (session) {
      const messages = this.#messages(session.messages);
      const title = session.title || t('Untitled session');
      facts.push(
        this.#withNames
          ? t('The longest session was “{0}”, with {1}.', title, messages)
          : t('The longest session had {0}.', messages),
      );
    }
    return facts;
  }

  #against(value: number, before: number): string {
    if (before === 0) return this.#t('none before');
    const change = this.#percent.format(value / before - 1);
    return this.#t('{0} before, {1}', this.#number.format(before), value === before ? '±0' : change);
  }

  #sessions(count: number): string {
    return count === 1 ? this.#t('1 session') : this.#t('{0} sessions', this.#number.format(count));
  }

  #messages(count: number): string {
    return count === 1 ? this.#t('1 message') : this.#t('{0} messages', this.#number.format(count));
  }
}

/** Midday, so that a range ends on its last day. */
function moment(iso: string): number {
  return (dayOfIso(iso) ?? 0) * DAY_MS + DAY_MS / 2;
}
