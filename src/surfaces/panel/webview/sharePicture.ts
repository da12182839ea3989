import { t } from '@vscode/l10n';
import { rasteriseSvg } from '../../../artwork/rasterise.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH, shareCardSvg } from '../../../artwork/shareCard.ts';
import { shareCardTexts } from '../../../artwork/shareCardTexts.ts';
import type { Achievement } from '../../../badges/achievement.ts';

/**
 * Draws the card of an unlocked badge as PNG bytes.
 * @throws {Error} if the browser cannot draw it
 */
export function drawShareCard(badge: Achievement): Promise<Uint8Array<ArrayBuffer>> {
  const { locale, timeZone } = new Intl.DateTimeFormat(document.documentElement.lang).resolvedOptions();
  const texts = shareCardTexts(badge, { translate: t, locale, timeZone });
  return rasteriseSvg(shareCardSvg(texts), { width: SHARE_CARD_WIDTH, height: SHARE_CARD_HEIGHT });
}

/** @returns why the clipboard did not take it, in the browser's words, for example while the page has no focus; or null */
export async function copyPicture(png: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const picture = new Blob([png], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return null;
  } catch (error) {
    // What comes before is for whoever wrote the call: "Failed to execute 'write' on 'Clipboard': ".
    return error instanceof Error ? error.message.replace(/^.* on 'Clipboard': /, '') : String(error);
  }
}
