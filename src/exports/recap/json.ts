import type { Recap } from '../../recap/recap.ts';

/** Raised when a reader of the older shape would misread the newer one. */
const FORMAT_VERSION = 1;

/** A recap for programs, whole. */
export function recapJson(recap: Recap): string {
  return `${JSON.stringify({ format: 'hermes-achievements-recap', version: FORMAT_VERSION, ...recap }, null, 2)}\n`;
}
