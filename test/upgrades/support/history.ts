import type { MessageCells, SessionCells, TemporaryHome } from '../../support/temporaryHome.ts';

/** A Monday at noon UTC: the same day, and neither night nor weekend, in most places where tests run. */
const MONDAY_NOON = 1_749_470_400;
const HOUR = 3600;

/**
 * The history that the kept files were made from. Never to be changed: their fingerprints and digests would no longer
 * fit. A release that needs more to show adds a session of its own.
 */
export function addFirstSessions(home: TemporaryHome): void {
  add(home, { id: 'kept-1', title: 'Tidy the garden shed', model: 'example/model-a' }, MONDAY_NOON, [
    { content: 'Please ask some helpers' },
    { role: 'assistant', content: 'Five of them', tool_calls: callsOf('delegate_task', 5) },
    { role: 'tool', content: 'error: port already in use', tool_name: 'terminal' },
  ]);
  add(home, { id: 'kept-2', title: null, model: 'example/model-b' }, MONDAY_NOON + HOUR, [
    { content: 'Compacted away later', active: 0, compacted: 1 },
    { role: 'assistant', content: 'Traceback (most recent call last)', tool_calls: callsOf('terminal', 2) },
  ]);
}

/** What made one badge rise by a tier. */
export function addLastSession(home: TemporaryHome): void {
  add(home, { id: 'kept-3', title: 'Paint the fence', model: 'example/model-a' }, MONDAY_NOON + 48 * HOUR, [
    { content: 'Many more helpers' },
    { role: 'assistant', content: 'Forty', tool_calls: callsOf('delegate_task', 40) },
  ]);
}

function add(
  home: TemporaryHome,
  cells: SessionCells,
  startedAt: number,
  messages: readonly MessageCells[],
): void {
  const timed = messages.map((message, index) => ({ timestamp: startedAt + index, ...message }));
  home.addSession({ started_at: startedAt, ...cells }, timed);
}

function callsOf(name: string, count: number): string {
  return JSON.stringify(Array.from({ length: count }, () => ({ name })));
}
