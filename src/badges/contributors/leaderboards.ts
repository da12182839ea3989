import type { AggregateMetric, SessionStats } from '../../metrics/session/stats.ts';
import type { Addend } from '../../metrics/sums/addend.ts';
import type { Contribution } from '../achievement.ts';
import { metricsOf } from '../catalogue/badge.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { ContributionSource } from '../evaluate.ts';
import { contributionOf } from './contribution.ts';
import { Newcomers } from './newcomers.ts';
import { Ranking } from './ranking.ts';
import { modelsOf, providersOf, type SessionFigure, sessionFigure } from './sessionFigure.ts';

/** How many contributors a badge names. */
const SHOWN = 5;
/** How many a ranking holds: the spare ones let sessions change a good many times before all must be looked at. */
const HELD = 16;

/**
 * The sessions that contributed most to every figure that raises a badge, kept up to date while sessions come, change
 * and go; a change costs microseconds, whatever the size of the history.
 *
 * Where two sessions contributed alike, the one listed first is named first: the one that began later (those without a
 * beginning last), and of those that began at the same moment the one with the smaller id, so that the result never
 * depends on the order in which sessions were analysed.
 */
export class Leaderboards implements ContributionSource {
  readonly #sessions: () => Iterable<SessionStats>;
  readonly #rankings = new Map<AggregateMetric, FigureRanking>();
  /** Each ranking once: a maximum and a sum over the same figure share theirs. */
  readonly #distinctRankings: readonly FigureRanking[];
  readonly #models: Newcomers<SessionStats>;
  readonly #providers: Newcomers<SessionStats>;

  /** @param sessions all that were added and not taken back; asked for where too few are left who lead */
  constructor(sessions: () => Iterable<SessionStats>) {
    this.#sessions = sessions;
    this.#models = new Newcomers(listingOrder, modelsOf, sessions);
    this.#providers = new Newcomers(listingOrder, providersOf, sessions);
    const byFigure = new Map<string, FigureRanking>();
    for (const metric of CATALOGUE.flatMap(metricsOf)) {
      const figure = sessionFigure(metric);
      if (figure === undefined) continue;
      const known = byFigure.get(figure.key) ?? { figure, ranking: new Ranking(listingOrder, HELD) };
      byFigure.set(figure.key, known);
      this.#rankings.set(metric, known);
    }
    this.#distinctRankings = [...byFigure.values()];
  }

  /** A session's figures in place of what was known of it; either may be absent. */
  replace(before: Addend | undefined, after: Addend | undefined): void {
    for (const { figure, ranking } of this.#distinctRankings) {
      if (before) ranking.remove(before.stats);
      if (after) ranking.add(after.stats, figureIn(after, figure));
    }
    for (const newcomers of [this.#models, this.#providers]) {
      // First what is: the first to bring a name remains the first.
      if (after) newcomers.add(after.stats);
      if (before) newcomers.remove(before.stats);
    }
  }

  /**
   * The sessions that contributed most to a metric, most first, at most five. A session's contribution is
   * - to a sum or a maximum: its own figure;
   * - to a count of sessions: 1, if it is one of those counted (so the latest are named);
   * - to a count of different models or providers: how many it was the first to bring, in order of beginning.
   */
  top(metric: AggregateMetric): Contribution[] {
    return this.#first(metric).map(({ item, value }) => contributionOf(item, value));
  }

  #first(metric: AggregateMetric): { item: SessionStats; value: number }[] {
    if (metric === 'distinct_model_count') return this.#models.first(SHOWN);
    if (metric === 'distinct_provider_count') return this.#providers.first(SHOWN);
    const board = this.#rankings.get(metric);
    if (board === undefined) return [];
    const first = board.ranking.first(SHOWN);
    if (first !== undefined) return first;
    board.ranking.refill(this.#sessions(), board.figure.of);
    return board.ranking.first(SHOWN) ?? [];
  }
}

interface FigureRanking {
  readonly figure: SessionFigure;
  readonly ranking: Ranking<SessionStats>;
}

function figureIn({ stats, figures }: Addend, { of, place }: SessionFigure): number {
  return place === null ? of(stats) : figures[place]!;
}

function listingOrder(a: SessionStats, b: SessionStats): number {
  const startA = a.started_at ?? Number.NEGATIVE_INFINITY;
  const startB = b.started_at ?? Number.NEGATIVE_INFINITY;
  if (startA !== startB) return startA > startB ? -1 : 1;
  if (a.session_id === b.session_id) return 0;
  return a.session_id < b.session_id ? -1 : 1;
}
