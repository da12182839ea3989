import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import { NO_ROWS, type RowDigest } from '../../../../src/hermes/changes/digest.ts';
import { someStats } from '../../files/support/sessions.ts';

/** A session of one day as a scan makes it; the words of its figures are those of its facts. */
export function someRecord(id: string, parts: Partial<SessionRecord> = {}): SessionRecord {
  const facts = { ...FACTS, title: `Session ${id}`, ...parts.facts };
  const lifetime = someStats(id, {
    title: facts.title,
    started_at: facts.startedAt,
    last_active: facts.lastActive,
    source: facts.source,
    model_names: facts.model === null ? [] : [facts.model],
    terminal_calls: 3,
    model_events: 7,
    ...parts.lifetime,
  });
  return {
    id,
    rows: ROWS,
    rules: 2,
    days: { own: 20_254, last: 20_254, earlier: [] },
    dashboard: { generation: 'any', stats: lifetime },
    goneAt: null,
    ...parts,
    facts,
    lifetime,
  };
}

/** Another version's digest would have other parts. */
export const ROWS: RowDigest = {
  ...NO_ROWS,
  total: 14,
  active: 12,
  maxId: 40,
  lastTimestamp: 1_750_000_600.25,
};

const FACTS = {
  startedAt: 1_750_000_000,
  lastActive: 1_750_000_600.25,
  titled: true,
  source: 'cli',
  createdSource: null,
  model: 'nous/hermes-4',
  archived: false,
  hidden: false,
  repoRoot: '/home/somebody/projects/thing',
  cwd: '/home/somebody/projects/thing/src',
  endReason: null,
  endedAt: null,
  sessionKey: 'agent:main',
  parent: null,
  kind: 'root',
  hasParent: false,
} as const;
