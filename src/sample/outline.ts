import type { Random } from './random.ts';
import type { Topic } from './texts/requests.ts';
import type { Calendar } from './world/calendar.ts';

/** What is settled of a session before any of its messages is written. Small: there may be 100,000. */
export interface Outline {
  /** Epoch seconds. */
  readonly start: number;
  readonly topic: Topic;
  /** How many messages it would have at scale 1. */
  readonly messages: number;
  /** The same for each subagent it sends out. */
  readonly subagents: readonly number[];
  /** The session that comes of it when it is over, if one does. */
  readonly sequel?: Sequel;
  /** Whether it was deleted since; then it counts for nothing. */
  readonly forgotten?: boolean;
}

/** A session that goes on from another: after a compaction that rotates, as a branch, or after a pause. */
export interface Sequel {
  readonly how: 'rotation' | 'branch' | 'reset';
  /** How many messages it would have at scale 1, of its own. */
  readonly messages: number;
}

interface Kind {
  readonly share: number;
  /** Half of the sessions have fewer messages. */
  readonly median: number;
  /** How likely it sends out subagents. */
  readonly delegates: number;
}

const KINDS: Record<Exclude<Topic, 'marathon'>, Kind> = {
  feature: { share: 22, median: 44, delegates: 0.14 },
  debug: { share: 18, median: 36, delegates: 0.06 },
  frontend: { share: 13, median: 38, delegates: 0.06 },
  research: { share: 12, median: 20, delegates: 0.2 },
  operations: { share: 10, median: 28, delegates: 0 },
  routine: { share: 12, median: 12, delegates: 0 },
  chat: { share: 9, median: 6, delegates: 0 },
  knowledge: { share: 4, median: 12, delegates: 0 },
};

const SHARES = Object.entries(KINDS).map(
  ([topic, kind]) => [topic as keyof typeof KINDS, kind.share] as const,
);

const SUBAGENT_MEDIAN = 16;
const LONGEST_ORDINARY = 700;

/** Once in so many sessions the agent is let loose on a whole backlog; the first time it goes on longest. */
const MARATHON_EVERY = 170;
const MARATHON_MEDIAN = 700;
const LONGEST_MARATHON = 2200;

/** How likely a session has a sequel, and of which kind. */
const SEQUELS = [
  [null, 89],
  ['reset', 4],
  ['rotation', 4],
  ['branch', 3],
] as const;
const SEQUEL_MEDIAN = 20;

/** For so many sessions that are there, one was deleted; of each a branch is left. */
const SESSIONS_PER_FORGOTTEN = 70;

/**
 * Lays out a history of exactly `sessions` sessions, subagents and sequels included, in the order of their start.
 * @param plain without sequels, and without sessions that were deleted since
 */
export function outlineHistory(
  sessions: number,
  calendar: Calendar,
  random: Random,
  { plain }: { plain: boolean },
): Outline[] {
  const outlines: Outline[] = [];
  let left = sessions;
  if (!plain) {
    for (; left > SESSIONS_PER_FORGOTTEN / 2 && outlines.length < sessions / SESSIONS_PER_FORGOTTEN; left--) {
      outlines.push(forgotten(calendar, random));
    }
  }
  const gone = outlines.length;
  while (left > 0) {
    left--;
    const index = outlines.length - gone;
    const outline = isMarathon(index)
      ? marathon(index, left, calendar, random)
      : ordinary(left, calendar, random);
    left -= outline.subagents.length;
    const sequel = plain || left === 0 ? undefined : sequelOf(outline, random);
    if (sequel) left--;
    outlines.push(sequel ? { ...outline, sequel } : outline);
  }
  return outlines.sort((a, b) => a.start - b.start);
}

/** Chats begin anew after a pause, and long sessions rotate; jobs that run by themselves do neither. */
function sequelOf({ topic, messages }: Outline, random: Random): Sequel | undefined {
  const how = random.weighted(SEQUELS);
  if (how === null || topic === 'routine' || topic === 'marathon') return undefined;
  if (how === 'rotation' && messages < 20) return undefined;
  return { how, messages: lengthOf(SEQUEL_MEDIAN, random) };
}

/** A session that is no longer there, with a subagent that went with it; what branched from it stayed. */
function forgotten(calendar: Calendar, random: Random): Outline {
  return {
    start: calendar.start(random),
    topic: 'feature',
    messages: lengthOf(SEQUEL_MEDIAN, random),
    subagents: [4],
    sequel: { how: 'branch', messages: lengthOf(SEQUEL_MEDIAN, random) },
    forgotten: true,
  };
}

const lengthOf = (median: number, random: Random): number =>
  Math.round(Math.min(LONGEST_ORDINARY, Math.max(2, random.logNormal(median, 0.75))));

const isMarathon = (index: number): boolean => index % MARATHON_EVERY === MARATHON_EVERY / 2;

function marathon(index: number, left: number, calendar: Calendar, random: Random): Outline {
  const first = index < MARATHON_EVERY;
  const messages = first ? LONGEST_MARATHON : Math.min(1800, random.logNormal(MARATHON_MEDIAN, 0.4));
  return {
    start: calendar.start(random),
    topic: 'marathon',
    messages: Math.round(messages),
    subagents: subagents(Math.min(left, random.int(3, 8)), random),
  };
}

function ordinary(left: number, calendar: Calendar, random: Random): Outline {
  const topic = random.weighted(SHARES);
  const { median, delegates } = KINDS[topic];
  return {
    start: topic === 'routine' ? calendar.scheduled(random) : calendar.start(random),
    topic,
    messages: lengthOf(median, random),
    subagents: random.chance(delegates) ? subagents(Math.min(left, random.int(1, 3)), random) : [],
  };
}

const subagents = (count: number, random: Random): number[] =>
  Array.from({ length: count }, () => Math.round(Math.max(4, random.logNormal(SUBAGENT_MEDIAN, 0.6))));

/** All messages of all sessions that are still there, at scale 1. */
export function totalMessages(outlines: readonly Outline[]): number {
  let total = 0;
  for (const { messages, subagents: children, sequel, forgotten: gone } of outlines) {
    total += (gone ? 0 : messages) + (sequel?.messages ?? 0);
    if (gone) continue;
    for (const child of children) total += child;
  }
  return total;
}
