import { join } from 'node:path';
import { systemReason } from '../hermes/systemReason.ts';
import { converse, type Studio } from './conversation.ts';
import { HistoryDatabase } from './historyDatabase.ts';
import { LONG_AGO } from './operations/hermes.ts';
import { deleteSession } from './operations/keeping.ts';
import { type Outline, outlineHistory, totalMessages } from './outline.ts';
import { Random } from './random.ts';
import { claimSampleDirectory, makeFolder, notWritable } from './sampleDirectory.ts';
import { setScene } from './session.ts';
import { openLibrary } from './texts/library.ts';
import type { Budget } from './transcript.ts';
import { Calendar } from './world/calendar.ts';
import { Workshop } from './world/projects.ts';

export interface SampleOptions {
  /** The folder that becomes the Hermes home: new, empty, or an earlier sample. */
  readonly output: string;
  /** Sessions in the default profile, subagents included; 1,200 if not given. */
  readonly sessions?: number | undefined;
  /** The same seed (with the same other options) gives the same history; 1 if not given. */
  readonly seed?: number | undefined;
  /** When the history ends. Without it a fixed date, so that a seed alone settles every byte of the history. */
  readonly now?: Date | undefined;
  /** Makes sessions longer or shorter; 1 if not given. */
  readonly messageScale?: number | undefined;
  /**
   * About how many bytes of message text to write in all, shared among the sessions by their natural lengths
   * instead of `messageScale`; copies that rewriting leaves come on top. Without `sessions` their number follows.
   */
  readonly textBytes?: number | undefined;
  /** What is done to sessions beside talking; all that Hermes does, if not given. */
  readonly rewrites?: Rewrites | undefined;
  /** Whether it has Hermes' full-text tables; if not given, only where sessions are rewritten as Hermes does. */
  readonly fullText?: boolean | undefined;
}

/**
 * `as hermes does`: compaction, pruning, taking back, branches, deleted sessions and whatever else leaves copies or
 * gaps in a real history, now and then. The other two are to be compared: the same sessions, none of them rewritten,
 * or each that is long enough compacted in place two times.
 */
type Rewrites = 'as hermes does' | 'never' | 'compacted twice';

export interface SampleProgress {
  /** Sessions written so far. */
  readonly written: number;
  readonly total: number;
}

/** What was written to the default profile. */
export interface SampleReport {
  readonly sessions: number;
  readonly messages: number;
  /** Bytes of message text (`content`, as UTF-8). */
  readonly textBytes: number;
}

const DEFAULT_SESSIONS = 1200;
/** A constant: a history that ended today would be another one tomorrow. */
const DEFAULT_NOW = Date.UTC(2026, 9, 31, 20) / 1000;

/** How much text a session has on average at scale 1; only the number of sessions for a given amount needs it. */
const TYPICAL_SESSION_BYTES = 46_000;

/** Enough for SQLite to work in long strides, little enough to keep its dirty pages small. */
const OUTLINES_PER_TRANSACTION = 50;

/** A second profile, so that there is something to switch to. */
const SECOND_PROFILE = { name: 'work', sessions: 24 };

/**
 * Writes a Hermes home with a made-up history: `state.db` and a small second profile. Works through without pause
 * for seconds (a gigabyte of text: about half a minute), so it belongs into a worker or a process of its own.
 * @throws ProblemError when the folder holds something else, or cannot be written
 */
export async function writeSampleHome(
  options: SampleOptions,
  onProgress: (progress: SampleProgress) => void = () => {},
): Promise<SampleReport> {
  const { output, seed = 1 } = options;
  claimSampleDirectory(output);
  const profile = join(output, 'profiles', SECOND_PROFILE.name);
  makeFolder(profile);
  const { now, messageScale, rewrites, fullText } = options;
  const small = { now, messageScale, rewrites, fullText };
  try {
    const report = await writeHistory(join(output, 'state.db'), `${seed}`, options, onProgress);
    const sessions = Math.min(SECOND_PROFILE.sessions, report.sessions);
    const name = `${seed} ${SECOND_PROFILE.name}`;
    await writeHistory(join(profile, 'state.db'), name, { ...small, sessions }, () => {});
    return report;
  } catch (error) {
    throw systemReason(error) === undefined ? error : notWritable(output, error);
  }
}

async function writeHistory(
  path: string,
  seed: string,
  options: Omit<SampleOptions, 'output' | 'seed'>,
  onProgress: (progress: SampleProgress) => void,
): Promise<SampleReport> {
  const { rewrites = 'as hermes does' } = options;
  const lively = rewrites === 'as hermes does';
  const database = await HistoryDatabase.create(path);
  try {
    const random = new Random(seed);
    const studio: Studio = {
      database: database.hermes,
      random,
      besides: new Random(`${seed} besides`),
      library: openLibrary(),
      now: options.now ? Math.floor(options.now.getTime() / 1000) : DEFAULT_NOW,
      lively,
      compactions: lively ? 'as needed' : rewrites === 'never' ? 'never' : 'twice',
    };
    const sessions = fill(studio, options, onProgress);
    return { sessions, ...database.finish({ fullText: options.fullText ?? lively }) };
  } finally {
    database.discard();
  }
}

/** @returns how many sessions there are then */
function fill(
  studio: Studio,
  options: Omit<SampleOptions, 'output' | 'seed'>,
  onProgress: (progress: SampleProgress) => void,
): number {
  const { random, now, lively } = studio;
  const total = sessionCount(options);
  const calendar = new Calendar(now, random);
  const workshop = new Workshop(random);
  const outlines = outlineHistory(total, calendar, random, { plain: !lively });
  const budget = budgeting(options, totalMessages(outlines));
  let written = 0;
  let reported = 0;
  const write = ({ start, topic, messages, subagents, sequel, forgotten }: Outline): void => {
    const setting = setScene(topic, start, calendar.share(start), workshop, random);
    converse(studio, setting, {
      budget: budget(messages),
      subagents: subagents.map(budget),
      sequel: sequel && { ...sequel, budget: budget(sequel.messages) },
    });
    if (forgotten) deleteSession({ database: studio.database, random, version: LONG_AGO }, setting.id);
    written += (forgotten ? 0 : 1 + subagents.length) + (sequel ? 1 : 0);
    if (written >= reported + total / 100 || written === total) {
      reported = written;
      onProgress({ written, total });
    }
  };
  for (let from = 0; from < outlines.length; from += OUTLINES_PER_TRANSACTION) {
    studio.database.transaction(() => outlines.slice(from, from + OUTLINES_PER_TRANSACTION).forEach(write));
  }
  return written;
}

function sessionCount({ sessions, textBytes }: Pick<SampleOptions, 'sessions' | 'textBytes'>): number {
  if (sessions !== undefined) return sessions;
  return textBytes === undefined
    ? DEFAULT_SESSIONS
    : Math.max(1, Math.round(textBytes / TYPICAL_SESSION_BYTES));
}

/** Gives each session its share, by how many messages it would have at scale 1. */
function budgeting(
  { textBytes, messageScale = 1 }: Pick<SampleOptions, 'textBytes' | 'messageScale'>,
  total: number,
): (messages: number) => Budget {
  return (messages) => ({
    messages: Math.max(2, Math.round(messages * messageScale)),
    bytes: textBytes === undefined ? null : (textBytes * messages) / total,
  });
}
