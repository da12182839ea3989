import type { SessionFacts } from '../../archive/session/record.ts';
import type { RowDigest } from '../../hermes/changes/digest.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import { completeSession, type SessionHeader } from '../../hermes/sessions/header.ts';
import type { Session } from '../../hermes/sessions/session.ts';
import type { Descent } from '../changes/descent.ts';

/** The session with its display title, for which an untitled one's first messages are read. @throws HermesDatabaseError */
export function sessionOf(database: SessionDatabase, header: SessionHeader, rows: RowDigest): Session {
  return completeSession(header, rows, () => database.preview(header.id));
}

/** What is remembered of a session beside its figures. */
export function factsOf(header: SessionHeader, session: Session, descent: Descent): SessionFacts {
  const { source, createdSource, model, archived, hidden, repoRoot, cwd, endReason, endedAt, sessionKey } =
    header;
  return {
    startedAt: session.startedAt,
    lastActive: session.lastActive,
    title: session.title,
    titled: Boolean(header.title),
    source,
    createdSource,
    model,
    archived,
    hidden,
    repoRoot,
    cwd,
    endReason,
    endedAt,
    sessionKey,
    ...descent,
  };
}
