import { trimText } from '../whiteSpace.ts';

/** A folder as it is compared and shown: without white space around it or slashes at its end; null where nothing is left. */
export function folderOf(path: string | null): string | null {
  const trimmed = trimText(path ?? '');
  return trimmed.replace(/\/+$/, '') || (trimmed === '' ? null : '/');
}
