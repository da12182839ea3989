import type { Achievement } from '../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../badges/unlocks/detect.ts';
import type { ScanView } from '../../../../host/scanTracker.ts';
import { INITIAL_VIEW, type ViewState } from '../../protocol/viewState.ts';
import type { PanelSnapshot, Problem, ToWebview } from '../../protocol.ts';
import { freshOrder, steadyOrder } from './cardOrder.ts';

/** Everything the panel draws from. */
export interface PanelModel {
  /** False until the host has answered. */
  readonly started: boolean;
  readonly profile: string;
  readonly sample: boolean;
  readonly view: ViewState;
  readonly seenUntil: number | null;
  readonly snapshot: PanelSnapshot | null;
  /** The ids of all badges in the order of their cards. */
  readonly order: readonly string[];
  /** Null while it is not known. */
  readonly timeline: readonly UnlockNews[] | null;
  readonly scan: ScanView | null;
  readonly problem: Problem | null;
  /** What was unlocked while the panel was looked at, until it is dismissed. */
  readonly celebrated: readonly UnlockNews[];
  /** The recap that stands on top of this opening of the panel. */
  readonly recap: 'week' | 'month' | null;
  /** Rises when the history has changed: what pages have asked is to be asked again. */
  readonly version: number;
  /** How the last scan ended; for screen readers. */
  readonly ended: 'done' | 'cancelled' | 'failed' | null;
}

export const INITIAL_MODEL: PanelModel = {
  started: false,
  profile: '',
  sample: false,
  view: INITIAL_VIEW,
  seenUntil: null,
  snapshot: null,
  order: [],
  timeline: null,
  scan: null,
  problem: null,
  celebrated: [],
  recap: null,
  version: 0,
  ended: null,
};

/** The model after a message from the host; messages that only ask for something leave it as it is. */
export function afterMessage(model: PanelModel, message: ToWebview): PanelModel {
  switch (message.type) {
    case 'init':
      return { ...initialModel(message), version: model.version + 1 };
    case 'snapshot': {
      const { snapshot } = message;
      const order = orderOf(model, snapshot);
      return { ...model, snapshot, order, timeline: message.timeline ?? model.timeline, problem: null };
    }
    case 'timeline':
      return { ...model, timeline: message.timeline };
    case 'scanProgress':
      return { ...model, scan: message.scan, ended: null };
    case 'scanEnded':
      return afterScan(model, message);
    case 'problem':
      return { ...model, problem: message.problem, snapshot: null };
    case 'drawShareCard':
    case 'reveal':
    case 'show':
    case 'answer':
    case 'heard':
      return model;
  }
}

/** The model after the user has changed the view: what is chosen anew is sorted anew. */
export function afterChange(model: PanelModel, change: Partial<ViewState>): PanelModel {
  const view = { ...model.view, ...change };
  const chosen = CHOICES.some((key) => view[key] !== model.view[key]);
  const order = chosen ? freshOrder(model.snapshot?.achievements ?? [], view.sort) : model.order;
  return { ...model, view, order };
}

/** Which cards are shown, and how. */
const CHOICES = ['tab', 'state', 'category', 'search', 'sort'] as const;

function initialModel(message: Extract<ToWebview, { type: 'init' }>): PanelModel {
  const { place, view, snapshot, timeline, scan, problem } = message;
  const figures = { snapshot, order: freshOrder(snapshot?.achievements ?? [], view.sort), timeline };
  const seenUntil = message.seen_until;
  return {
    ...INITIAL_MODEL,
    started: true,
    ...place,
    view,
    seenUntil,
    ...figures,
    scan,
    problem,
    recap: message.recap,
  };
}

/** A scan that the user asked for sorts the cards anew; one behind the scenes moves none under the eyes of a reader. */
function orderOf({ scan, order, view }: PanelModel, { achievements }: PanelSnapshot): string[] {
  return scan?.quiet === false
    ? freshOrder(achievements, view.sort)
    : steadyOrder(order, achievements, view.sort);
}

function afterScan(model: PanelModel, ended: Extract<ToWebview, { type: 'scanEnded' }>): PanelModel {
  const { outcome, message, unlocks } = ended;
  const { snapshot } = model;
  return {
    ...model,
    scan: null,
    ended: outcome,
    version: outcome === 'done' ? model.version + 1 : model.version,
    celebrated: unlocks.length > 0 ? unlocks : model.celebrated,
    snapshot: snapshot && outcome === 'failed' ? { ...snapshot, error: message, is_stale: true } : snapshot,
  };
}

/** Nothing was ever read: there are no figures worth showing, only badges at zero. */
export function neverScanned({ snapshot }: PanelModel): boolean {
  return snapshot === null || snapshot.generated_at === 0;
}

/** The latest moment that the time line tells of; what comes later is new to whoever sees the panel now. */
export function latestNews(timeline: readonly UnlockNews[]): number {
  return Math.max(0, ...timeline.map((news) => news.at));
}

/** What came after the first of all unlocks: those are as old as the first scan, whenever they were earned. */
export function laterNews<News extends { readonly at: number }>(timeline: readonly News[]): News[] {
  return timeline.filter(({ at }) => at > timeline[0]!.at);
}

/**
 * The badges to mark as new: unlocked or raised since the panel was last shown. Where it was never shown everything
 * would be new, so nothing is marked.
 */
export function newBadges({ timeline, snapshot, seenUntil }: PanelModel): Set<string> {
  if (seenUntil === null) return new Set();
  const known = timeline ?? unlocksIn(snapshot?.achievements ?? []);
  return new Set(known.filter((news) => news.at > seenUntil).map((news) => news.id));
}

/** What figures alone tell of a time line that is not known yet: when each badge was unlocked, earliest first. */
export function unlocksIn(achievements: readonly Achievement[]): { id: string; at: number }[] {
  return achievements
    .flatMap(({ id, unlocked_at: at }) => (at === undefined || at === null ? [] : [{ id, at }]))
    .sort((a, b) => a.at - b.at);
}
