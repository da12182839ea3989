import type { Recap } from '../../recap/recap.ts';
import { type RecapCardOptions, recapCard } from './card.ts';
import { recapJson } from './json.ts';
import { recapMarkdown } from './markdown.ts';

export const RECAP_FORMATS = ['md', 'svg', 'json'] as const;
export type RecapFormat = (typeof RECAP_FORMATS)[number];

/** A recap as one document. Pure: the same recap and options give the same bytes wherever it is called. */
export function exportRecap(recap: Recap, format: RecapFormat, options: RecapCardOptions = {}): string {
  switch (format) {
    case 'md':
      return recapMarkdown(recap, options.translate);
    case 'svg':
      return recapCard(recap, options);
    case 'json':
      return recapJson(recap);
  }
}
