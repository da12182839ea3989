import { plainLine } from '../artwork/plainText.ts';
import type { Achievement, Contribution, RequirementProgress } from '../badges/achievement.ts';
import { ladderOf } from '../badges/ladder.ts';
import type { Snapshot } from '../files/shared/snapshot.ts';
import type { ExportOptions } from './exportOptions.ts';
import { selectAchievements } from './selection.ts';
import { utcInstant } from './utcTime.ts';

/** Raised when a reader of the older shape would misread the newer one. */
const FORMAT_VERSION = 1;

const LONGEST_TITLE = 300;

/** The badges for programs: every state unless filtered, times as ISO 8601 in UTC, long titles shortened. */
export function exportJson(snapshot: Snapshot, options: ExportOptions = {}): string {
  const { unlocked_count, discovered_count, secret_count, total_count, scan_meta } = snapshot;
  const document = {
    format: 'hermes-achievements',
    version: FORMAT_VERSION,
    generated_at: utcInstant(snapshot.generated_at),
    history_mode: scan_meta.history_mode ?? null,
    sessions_total: scan_meta.sessions_total,
    unlocked_count,
    discovered_count,
    secret_count,
    total_count,
    achievements: selectAchievements(snapshot, options).map((achievement) =>
      achievement.state === 'secret' ? sealed(achievement) : open(achievement),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Thresholds and progress would tell which of the catalogue's badges it is, so they are left out with the name. */
function sealed({ name, description, category, icon, state, criteria }: Achievement): object {
  return { name, description, category, icon, state, criteria };
}

function open(achievement: Achievement): object {
  const { id, name, description, category, kind, icon, state, criteria } = achievement;
  const { tier, progress, progress_pct, next_tier, next_threshold, threshold_metric } = achievement;
  const { evidence, contributors, requirements, kept, unlocked_at } = achievement;
  return {
    id,
    name,
    description,
    category,
    kind,
    icon,
    state,
    criteria,
    tier,
    progress,
    progress_pct,
    next_tier,
    next_threshold,
    threshold_metric,
    tiers: achievement.tiers && ladderOf(achievement),
    requirements: requirements?.map(requirement),
    unlocked_at: utcInstant(unlocked_at) ?? undefined,
    kept,
    evidence: evidence && contribution(evidence),
    contributors: contributors?.map(contribution),
  };
}

function requirement({ metric, gte, value, contributors }: RequirementProgress): object {
  return { metric, gte, value, contributors: contributors.map(contribution) };
}

function contribution({ session_id, title, value }: Contribution): object {
  return { session_id: plainLine(session_id, LONGEST_TITLE), title: plainLine(title, LONGEST_TITLE), value };
}
