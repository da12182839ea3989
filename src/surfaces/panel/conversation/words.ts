import { BADGE_TEXTS } from '../../../badges/catalogue/texts.ts';

/**
 * The translations that the webview needs: all but those of the badges' own texts, which reach it translated, so that
 * none of a badge that is still secret does.
 * @param bundle the host's translations by English message; absent for English
 */
export function panelWords(bundle: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  const sealed = new Set(
    Object.values(BADGE_TEXTS).flatMap(({ description, criteria }) => [description, criteria]),
  );
  const words: Record<string, string> = {};
  for (const [message, translation] of Object.entries(bundle ?? {})) {
    if (typeof translation === 'string' && !sealed.has(message)) words[message] = translation;
  }
  return words;
}
