import { t } from '@vscode/l10n';
import { rasteriseSvg } from '../../../../artwork/rasterise.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH, shareCardSvg } from '../../../../artwork/shareCard.ts';
import { shareCardTexts } from '../../../../artwork/shareCardTexts.ts';
import type { Achievement } from '../../../../badges/achievement.ts';
import { messageOf } from '../../../../words/problem.ts';
import type { SharePurpose } from '../../protocol.ts';

/** What became of a card: in the clipboard, a picture for the host to save, or nothing. */
export type SharedCard =
  | { readonly kind: 'copied' }
  | {
      readonly kind: 'picture';
      readonly png: Uint8Array<ArrayBuffer>;
      /** Why the clipboard refused it, in the browser's words; null where it was to be saved from the start. */
      readonly refusal: string | null;
    }
  | { readonly kind: 'failed' };

/** Draws the card of an unlocked badge, and copies it if that is the purpose. */
export async function shareCard(badge: Achievement, purpose: SharePurpose): Promise<SharedCard> {
  try {
    const size = { width: SHARE_CARD_WIDTH, height: SHARE_CARD_HEIGHT };
    const png = await rasteriseSvg(cardSvg(badge), size);
    if (purpose === 'save') return { kind: 'picture', png, refusal: null };
    const refusal = await copyPicture(png);
    return refusal === null ? { kind: 'copied' } : { kind: 'picture', png, refusal };
  } catch {
    return { kind: 'failed' };
  }
}

/** The address of the card of an unlocked badge as a picture, for the page itself. */
export function cardAddress(badge: Achievement): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(cardSvg(badge))}`;
}

function cardSvg(badge: Achievement): string {
  const { locale, timeZone } = new Intl.DateTimeFormat(document.documentElement.lang).resolvedOptions();
  return shareCardSvg(shareCardTexts(badge, { translate: t, locale, timeZone }));
}

async function copyPicture(png: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const picture = new Blob([png], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return null;
  } catch (error) {
    // What comes before is for whoever wrote the call: "Failed to execute 'write' on 'Clipboard': ".
    const reason = messageOf(error).replace(/^.* on 'Clipboard': /, '');
    return reason.slice(0, 500);
  }
}
