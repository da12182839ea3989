import { t } from '@vscode/l10n';
import { rasteriseSvg } from '../../../../artwork/rasterise.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH } from '../../../../artwork/shareCard.ts';
import { recapCard } from '../../../../exports/recap/card.ts';
import type { Recap } from '../../../../recap/recap.ts';

/** `recap-2026-11-16-2026-11-22` */
export function recapFileName({ period: { since, until } }: Recap): string {
  return `recap-${since}-${until}`.replaceAll('+', '');
}

/**
 * The picture of a recap as PNG: what the command line writes as SVG, in this page's language.
 * @param names titles of sessions and paths of folders stand on it
 * @throws Error where it cannot be drawn
 */
export function recapPicture(recap: Recap, names: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const size = { width: SHARE_CARD_WIDTH, height: SHARE_CARD_HEIGHT };
  return rasteriseSvg(recapCard(recap, { names, translate: t }), size);
}
