import leven from 'leven';
import type { Achievement } from '../../badges/achievement.ts';
import { printable } from './printable.ts';

/** So many letters of three may be others in a name that was meant. */
const LETTERS_A_SLIP = 3;
const SUGGESTIONS = 3;
const WORD_ENDS = /[^\p{L}\p{N}]+/gu;

/**
 * The badge that a name or an ID means, in any case, its words joined by whatever one likes.
 * @throws Error with the names that are near, where there is none
 */
export function badgeNamed(asked: string, achievements: readonly Achievement[]): Achievement {
  const exact = achievements.find(({ id }) => id === asked);
  if (exact) return exact;
  // What a secret badge is called is not known here, and its ID is not to be guessed.
  const open = achievements.filter(({ state }) => state !== 'secret');
  const letters = lettersOf(asked);
  const found = open.find(({ id, name }) => letters !== '' && [id, name].map(lettersOf).includes(letters));
  if (found) return found;
  const near = open
    .map((badge) => ({ badge, distance: distanceOf(asked, badge) }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => a.distance! - b.distance!)
    .slice(0, SUGGESTIONS)
    .map(({ badge }) => `"${badge.name}"`);
  const hint =
    near.length === 0 ? '; "list" shows the names and IDs of all' : `; did you mean ${alternatives(near)}?`;
  throw new Error(`There is no badge "${printable(asked)}"${hint}`);
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(WORD_ENDS, '');
}

function wordsOf(text: string): string {
  return text.toLowerCase().split(WORD_ENDS).filter(Boolean).join(' ');
}

/** How far what was asked is from a badge's name or ID; null if that is too far to have been meant. */
function distanceOf(asked: string, { id, name }: Achievement): number | null {
  // Words of a name are as good as a name with a slip.
  if (asked.trim() !== '' && ` ${wordsOf(name)} `.includes(` ${wordsOf(asked)} `)) return 0;
  const letters = lettersOf(asked);
  const most = Math.floor(letters.length / LETTERS_A_SLIP);
  const least = Math.min(
    ...[id, name].map((known) => leven(letters, lettersOf(known), { maxDistance: most + 1 })),
  );
  return least <= most ? least : null;
}

function alternatives(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
