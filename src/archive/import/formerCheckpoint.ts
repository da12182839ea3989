import { localDayOf } from '../../calendar/localDay.ts';
import type { DataDirectory } from '../../files/dataDirectory.ts';
import { isMoment, isTextOrNull, sessionStatsFrom } from '../../files/shared/sessionStatsEntry.ts';
import { type Patience, readSettled } from '../../files/shared/settledFile.ts';
import { isObject, parseJson } from '../../files/system/jsonText.ts';
import { validMoment } from '../../hermes/sessions/moments.ts';
import type { SessionStats } from '../../metrics/session/stats.ts';
import type { SessionFacts, SessionRecord } from '../session/record.ts';

/** Every session's figures; ours and the dashboard's in 0.1.0, the dashboard's alone since. */
const CHECKPOINT_FILE = 'scan_checkpoint.json';

const SCHEMA_VERSION = 1;
/** The rules that 0.1.0 counted by. */
const RULES = 1;

/**
 * What the checkpoint of 0.1.0, or of a dashboard of generation 1, says of each session; of another schema nothing is
 * understood. An entry that makes no sense is left out.
 * @throws Node's error when the file exists but cannot be read
 */
export async function formerSessions(
  directory: DataDirectory,
  patience?: Patience,
): Promise<SessionRecord[]> {
  const path = await directory.find(CHECKPOINT_FILE);
  const found = await readSettled(path, parseJson, { fs: directory.fs, ...(patience && { patience }) });
  if (found.kind !== 'read' || !isObject(found.value)) return [];
  const { schema_version, sessions } = found.value;
  if (schema_version !== SCHEMA_VERSION || !isObject(sessions)) return [];
  return Object.keys(sessions).flatMap((id) => recordFrom(id, sessions[id]) ?? []);
}

function recordFrom(id: string, entry: unknown): SessionRecord | undefined {
  if (!isObject(entry)) return undefined;
  const stats = sessionStatsFrom(entry['stats']);
  if (!stats || stats.session_id !== id) return undefined;
  const facts = factsFrom(entry, stats);
  if (!facts) return undefined;
  const live = withWords(stats, facts);
  const whole = lifetimeOf(entry['vscode']);
  const own = ownDay(facts);
  return {
    id,
    // Its digest has less in it than today's: the session is looked at once more.
    rows: null,
    facts,
    rules: RULES,
    lifetime: whole ? withWords(whole, facts) : live,
    days: { own, last: own, earlier: [] },
    dashboard: { generation: 1, stats: live },
    goneAt: null,
  };
}

/** Our own key of an entry; the figures in it were left out where they are those of `stats`. */
function lifetimeOf(own: unknown): SessionStats | undefined {
  return isObject(own) ? sessionStatsFrom(own['lifetime']) : undefined;
}

/** What the row said when it was last seen; what 0.1.0 did not ask for is not known. */
function factsFrom(entry: Record<string, unknown>, stats: SessionStats): SessionFacts | undefined {
  if (!isObject(entry['fingerprint'])) return undefined;
  const { last_active = null, started_at = null, model = null, title = null } = entry['fingerprint'];
  if (!isMoment(last_active) || !isMoment(started_at) || !isTextOrNull(model) || !isTextOrNull(title)) {
    return undefined;
  }
  const titled = isObject(entry['vscode']) ? entry['vscode']['titled'] : undefined;
  return {
    startedAt: started_at,
    lastActive: last_active,
    title: stats.title,
    titled: typeof titled === 'boolean' ? titled : title !== null && title !== '',
    source: stats.source,
    createdSource: null,
    model,
    archived: false,
    hidden: false,
    repoRoot: null,
    cwd: null,
    endReason: null,
    endedAt: null,
    sessionKey: null,
    parent: null,
    kind: 'root',
    hasParent: false,
  };
}

function withWords(stats: SessionStats, facts: SessionFacts): SessionStats {
  return {
    ...stats,
    title: facts.title,
    started_at: facts.startedAt,
    last_active: facts.lastActive,
    source: facts.source,
    model_names: facts.model ? [facts.model] : [],
  };
}

/** 0.1.0 kept no days: all of a session is on its own. */
function ownDay({ startedAt, lastActive }: SessionFacts): number | null {
  const moment = validMoment(startedAt) ?? validMoment(lastActive);
  return moment === null ? null : localDayOf(moment);
}
