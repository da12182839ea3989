import { html, type TemplateResult } from 'lit';
import { type MedalOptions, medalSvg } from '../../../../artwork/medal.ts';
import type { Achievement, TierName } from '../../../../badges/achievement.ts';

/** Drawings by what they depend on; there are a few hundred at most. */
const drawn = new Map<string, string>();

/**
 * A badge's medal, decorative: the words stand beside it. The SVG goes into the page as markup, which is safe since
 * it is drawn by our own code alone, from a tier, a state and the key of an icon.
 */
export function badgeMedal({ tier, next_tier, icon, state }: Achievement, size: number): TemplateResult {
  return medal({ tier, nextTier: next_tier, icon, state, size });
}

/** The medal of one tier of a badge, won or still to be won. */
export function tierMedal(badge: Achievement, tier: TierName, won: boolean, size: number): TemplateResult {
  return won
    ? medal({ tier, icon: badge.icon, state: 'unlocked', size })
    : medal({ tier: null, nextTier: tier, icon: badge.icon, state: 'discovered', size });
}

export function medal(options: MedalOptions): TemplateResult {
  const key = JSON.stringify(options);
  const svg = drawn.get(key) ?? medalSvg(options);
  drawn.set(key, svg);
  return html`<span class="medal" .innerHTML=${svg}></span>`;
}
