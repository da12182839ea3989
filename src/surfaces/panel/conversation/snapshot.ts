import { plainLine } from '../../../artwork/plainText.ts';
import type { Achievement, Contribution } from '../../../badges/achievement.ts';
import { sealSecrets } from '../../../badges/secrets/redact.ts';
import type { UnlockNews } from '../../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../../files/shared/snapshot.ts';
import { damageProblem } from '../../../scanning/scan/damage.ts';
import { type Problem, wordsOf } from '../../../words/problem.ts';
import type { Translate } from '../../../words/translate.ts';
import type { PanelSnapshot } from '../protocol.ts';

/** A title from history may be a megabyte long; a list shows the beginning of it. */
export const TITLE_LENGTH = 200;

/**
 * What of a snapshot goes to the webview. Badge texts are translated here and not there, so that the translations
 * sent along need not hold the words of badges that are still secret.
 * @param failure of the last scan here; where there was none, what a file tells of one is shown as it is
 */
export function panelSnapshot(
  snapshot: Snapshot,
  translate: Translate,
  failure: Problem | null = null,
): PanelSnapshot {
  const { unlocked_count, discovered_count, secret_count, total_count } = snapshot;
  return {
    achievements: sealSecrets(snapshot.achievements).map((badge) => shownBadge(badge, translate)),
    unlocked_count,
    discovered_count,
    secret_count,
    total_count,
    generated_at: snapshot.generated_at,
    is_stale: snapshot.is_stale,
    error: snapshot.error && plainLine(failure ? wordsOf(failure, translate) : snapshot.error, 500),
    sessions_total: snapshot.scan_meta.sessions_total,
    damage: translatedDamage(snapshot, translate),
  };
}

/** The news that the webview may hear of: of badges that are unlocked in what it is shown. */
export function panelNews(news: readonly UnlockNews[], snapshot: Snapshot | undefined): UnlockNews[] {
  const unlocked = new Set(snapshot?.achievements.filter((badge) => badge.unlocked).map((badge) => badge.id));
  return news.filter(({ id }) => unlocked.has(id));
}

function translatedDamage({ scan_meta }: Snapshot, translate: Translate): string | null {
  const damage = damageProblem(scan_meta);
  return damage === undefined ? null : wordsOf(damage, translate);
}

function shownBadge(badge: Achievement, translate: Translate): Achievement {
  const shown: Achievement = {
    ...badge,
    description: translate(badge.description),
    criteria: translate(badge.criteria),
  };
  if (badge.evidence) shown.evidence = shownSession(badge.evidence);
  if (badge.contributors) shown.contributors = badge.contributors.map(shownSession);
  if (badge.requirements) {
    shown.requirements = badge.requirements.map((part) => ({
      ...part,
      contributors: part.contributors.map(shownSession),
    }));
  }
  return shown;
}

function shownSession(session: Contribution): Contribution {
  return { ...session, title: plainLine(session.title, TITLE_LENGTH) };
}
