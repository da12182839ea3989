import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Calendar } from './calendar.ts';
import { converse, type Studio } from './conversation.ts';
import { HistoryDatabase } from './historyDatabase.ts';
import { outlineHistory, totalMessages } from './outline.ts';
import { Workshop } from './projects.ts';
import { Random } from './random.ts';
import { claimSampleDirectory } from './sampleDirectory.ts';
import { setScene } from './session.ts';
import { openLibrary } from './texts/library.ts';
import type { Budget } from './transcript.ts';

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
   * instead of `messageScale`. Without `sessions` their number follows from it.
   */
  readonly textBytes?: number | undefined;
}

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

/** A second profile, so that there is something to switch to. */
const SECOND_PROFILE = { name: 'work', sessions: 24 };

/**
 * Writes a Hermes home with a made-up history: `state.db` and a small second profile. Works through without pause
 * for seconds (a gigabyte of text: about half a minute), so it belongs into a worker or a process of its own.
 * @throws Error when the folder holds something else, or cannot be written
 */
export async function writeSampleHome(
  options: SampleOptions,
  onProgress: (progress: SampleProgress) => void = () => {},
): Promise<SampleReport> {
  const { output, seed = 1 } = options;
  claimSampleDirectory(output);
  const profile = join(output, 'profiles', SECOND_PROFILE.name);
  mkdirSync(profile, { recursive: true });
  const report = await writeHistory(join(output, 'state.db'), `${seed}`, options, onProgress);
  const small = { now: options.now, messageScale: options.messageScale };
  const sessions = Math.min(SECOND_PROFILE.sessions, report.sessions);
  await writeHistory(
    join(profile, 'state.db'),
    `${seed} ${SECOND_PROFILE.name}`,
    { ...small, sessions },
    () => {},
  );
  return report;
}

async function writeHistory(
  path: string,
  seed: string,
  options: Omit<SampleOptions, 'output' | 'seed'>,
  onProgress: (progress: SampleProgress) => void,
): Promise<SampleReport> {
  const database = await HistoryDatabase.create(path);
  try {
    const report = fill(database, seed, options, onProgress);
    database.finish();
    return report;
  } finally {
    database.discard();
  }
}

function fill(
  database: HistoryDatabase,
  seed: string,
  options: Omit<SampleOptions, 'output' | 'seed'>,
  onProgress: (progress: SampleProgress) => void,
): SampleReport {
  const random = new Random(seed);
  const now = options.now ? Math.floor(options.now.getTime() / 1000) : DEFAULT_NOW;
  const total = sessionCount(options);
  const calendar = new Calendar(now, random);
  const workshop = new Workshop(random);
  const studio: Studio = { random, library: openLibrary(), now };
  const outlines = outlineHistory(total, calendar, random);
  const budget = budgeting(options, totalMessages(outlines));
  let sessions = 0;
  let messages = 0;
  let textBytes = 0;
  let reported = 0;
  for (const { start, topic, messages: length, subagents } of outlines) {
    const setting = setScene(topic, start, calendar.share(start), workshop, random);
    for (const { table, row } of converse(studio, setting, budget(length), subagents.map(budget))) {
      if (table === 'messages') {
        database.addMessage(row);
        messages++;
        if (row.content) textBytes += Buffer.byteLength(row.content);
      } else {
        database.addSession(row);
        sessions++;
      }
    }
    if (sessions >= reported + total / 100 || sessions === total) {
      reported = sessions;
      onProgress({ written: sessions, total });
    }
  }
  return { sessions, messages, textBytes };
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
