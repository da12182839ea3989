import { t } from '@vscode/l10n';
import { rasteriseSvg } from '../../../../artwork/rasterise.ts';
import { recapCardSvg } from '../../../../artwork/recapCard.ts';
import { type RecapTexts, recapTexts } from '../../../../artwork/recapTexts.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH } from '../../../../artwork/shareCard.ts';
import type { Achievement } from '../../../../badges/achievement.ts';
import type { Recap } from '../../../../recap/recap.ts';

/** What a recap says to who reads this page. */
export function recapWords(recap: Recap, withNames: boolean): RecapTexts {
  const { locale } = new Intl.DateTimeFormat(document.documentElement.lang || undefined).resolvedOptions();
  return recapTexts(recap, { translate: t, locale, withNames });
}

/** `recap-2026-11-16` */
export function recapFileName({ period: { since, until } }: Recap): string {
  return `recap-${since}-${until}`.toLowerCase().replace(/[^a-z0-9-]/g, '');
}

/** The picture of a recap as PNG. @throws Error where it cannot be drawn */
export function recapPicture(
  texts: RecapTexts,
  badges: readonly Achievement[],
): Promise<Uint8Array<ArrayBuffer>> {
  const icons = new Map(badges.map(({ id, icon }) => [id, icon]));
  const svg = recapCardSvg(texts, (badge) => icons.get(badge) ?? '');
  return rasteriseSvg(svg, { width: SHARE_CARD_WIDTH, height: SHARE_CARD_HEIGHT });
}
