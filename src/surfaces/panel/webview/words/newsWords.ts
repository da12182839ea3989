import { t } from '@vscode/l10n';
import type { UnlockNews } from '../../../../badges/unlocks/detect.ts';
import { tierName } from './badgeWords.ts';

/** "Gold" for an unlock, "Silver → Gold" for a tier-up. */
export function newsWords({ kind, from_tier, to_tier }: UnlockNews): string {
  if (kind === 'tier_up' && from_tier !== null) return t('{0} → {1}', t(from_tier), tierName(to_tier));
  return tierName(to_tier);
}
