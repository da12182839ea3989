import type { Message } from '../../../../src/hermes/messages/message.ts';
import type { Session } from '../../../../src/hermes/sessions/session.ts';
import { newSessionCounter } from '../../../../src/metrics/session/newCounter.ts';
import type { SessionStats } from '../../../../src/metrics/session/stats.ts';

export const SESSION: Session = {
  id: 's',
  source: 'cli',
  model: 'openai/gpt-5',
  title: 'A session',
  startedAt: 1_735_740_000,
  lastActive: 1_735_740_900,
  archived: false,
};

/** A message as the reader would hand it over; only what matters to a test has to be given. */
export function message({
  text = '',
  ...rest
}: { text?: string | Uint8Array } & Omit<Partial<Message>, 'text'>): Message {
  return {
    id: 1,
    timestamp: null,
    isResult: false,
    toolName: '',
    callNames: [],
    dashboardNames: rest.callNames ?? [],
    callsJson: null,
    ...rest,
    text: typeof text === 'string' ? Buffer.from(text) : text,
  };
}

/** The figures of a session with these texts, a message each. */
export function count(...texts: (string | Uint8Array)[]): SessionStats {
  return countMessages(texts.map((text) => message({ text })));
}

export function countMessages(messages: readonly Message[]): SessionStats {
  const counter = newSessionCounter();
  for (const each of messages) counter.add(each);
  return counter.stats(SESSION);
}
