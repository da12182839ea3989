import { CATALOGUE } from '../../../badges/catalogue/catalogue.ts';
import { SessionDatabase } from '../../../hermes/sessionDatabase.ts';
import type { SqliteDriver } from '../../../hermes/sqlite/drivers/driver.ts';
import type { Transcript } from '../document.ts';
import { textLimit } from '../rendering/textLimit.ts';
import { DOCUMENT_LIMITS, type DocumentLimits, TranscriptDocument } from '../rendering/transcriptDocument.ts';
import type { TranscriptWords } from '../words.ts';
import { wordsThatCount } from '../wordsThatCount.ts';

export interface TranscriptQuestion {
  readonly home: string;
  readonly session: string;
  /** The badge whose words are highlighted; one that does not exist highlights nothing. */
  readonly badge: string | null;
  readonly words: TranscriptWords;
}

/** A text is never cut to less: below it, messages are left out instead. */
const LEAST_TEXT = 400;

/**
 * Reads a session and makes its transcript. The messages are read twice, once for their lengths: that costs less than
 * keeping them.
 * @returns undefined when there is no such session
 * @throws HermesDatabaseError
 */
export function readTranscriptDocument(
  question: TranscriptQuestion,
  driver: SqliteDriver,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Transcript | undefined {
  return SessionDatabase.reading(question.home, driver, (database) =>
    database.readSession(question.session, () => readFrom(database, question, limits)),
  );
}

function readFrom(
  database: SessionDatabase,
  { session, badge, words }: TranscriptQuestion,
  limits: DocumentLimits,
): Transcript | undefined {
  const header = database.header(session);
  const details = database.details(session);
  if (!header || !details) return undefined;
  const lengths: number[] = [];
  let messages = 0;
  let lastMessage: number | null = null;
  for (const { text, calls, timestamp } of database.messages.transcript(session)) {
    messages++;
    lengths.push(text.length, ...calls.map((call) => call.arguments.length));
    if (timestamp !== null) lastMessage = Math.max(timestamp, lastMessage ?? timestamp);
  }
  const document = new TranscriptDocument(
    { header, details, title: header.title || database.preview(session), messages, lastMessage },
    {
      words,
      counts: wordsThatCount(badge),
      badgeName: CATALOGUE.find(({ id }) => id === badge)?.name ?? null,
      textLimit: Math.max(LEAST_TEXT, textLimit(lengths, limits.comfortable)),
      limits,
    },
  );
  for (const message of database.messages.transcript(session)) document.add(message);
  return document.finish();
}
