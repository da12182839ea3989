import { join } from 'node:path';
import { HistoryDatabase } from '../../src/sample/historyDatabase.ts';
import { append, recount, startSession } from '../../src/sample/operations/appending.ts';
import { type Hermes, TODAY } from '../../src/sample/operations/hermes.ts';
import { prune } from '../../src/sample/operations/pruning.ts';
import { Random } from '../../src/sample/random.ts';
import { claimSampleDirectory } from '../../src/sample/sampleDirectory.ts';
import { openLibrary } from '../../src/sample/texts/library.ts';
import type { SampleReport } from '../../src/sample/writeSampleHome.ts';

export interface RepetitiveOptions {
  /** The folder that becomes the Hermes home: new, empty, or an earlier sample. */
  readonly output: string;
  readonly rows: number;
  /** How many of their texts are distinct. */
  readonly texts: number;
  /**
   * `copies`: so many messages were said, and pruning inserted them again and again, under the same times and uids.
   * `repeats`: something watched for days says one of so many things each time, and each time it happened.
   */
  readonly as: 'copies' | 'repeats';
  readonly seed?: number;
}

const SESSION = 'repetitive';
const START = Date.UTC(2026, 2, 2, 9) / 1000;
const TEXT_LENGTH = 300;
const SECONDS_BETWEEN = 5;

/** Writes a Hermes home of one session whose rows say the same few things over and over. */
export async function writeRepetitiveHome(options: RepetitiveOptions): Promise<SampleReport> {
  const { output, rows, seed = 1 } = options;
  claimSampleDirectory(output);
  const database = await HistoryDatabase.create(join(output, 'state.db'));
  try {
    const hermes: Hermes = { database: database.hermes, random: new Random(`${seed} uids`), version: TODAY };
    const texts = distinctTexts(options.texts, seed);
    startSession(hermes, { id: SESSION, started_at: START, title: 'The same again' });
    database.hermes.transaction(() => {
      if (options.as === 'copies') copies(hermes, texts, rows);
      else for (let at = 0; at < rows; at++) say(hermes, texts[at % texts.length] as string, at);
      recount(hermes, SESSION);
    });
    return { sessions: 1, ...database.finish({ fullText: false }) };
  } finally {
    database.discard();
  }
}

function copies(hermes: Hermes, texts: readonly string[], rows: number): void {
  for (const [at, text] of texts.entries()) say(hermes, text, at);
  for (let written = texts.length; written < rows; written += texts.length)
    prune(hermes, SESSION, { keep: 1 });
}

function say(hermes: Hermes, content: string, at: number): void {
  const role = at % 2 === 0 ? 'user' : 'assistant';
  append(hermes, { session_id: SESSION, role, content, timestamp: START + at * SECONDS_BETWEEN });
}

function distinctTexts(count: number, seed: number): string[] {
  const random = new Random(`${seed} texts`);
  const { serviceLog } = openLibrary();
  return Array.from({ length: count }, (_, index) =>
    `${index}\n${serviceLog.text(random, TEXT_LENGTH)}`.trim(),
  );
}
