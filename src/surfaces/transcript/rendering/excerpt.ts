import type { Span } from '../finding/finder.ts';

/** What is shown on each side of a match whose surroundings are left out. */
const SURROUNDINGS = 200;
/** Of the room for a text that is cut, the part that its beginning gets when there are matches to show too. */
const SHARE_OF_BEGINNING = 0.5;
const SHARE_OF_END = 0.25;

/**
 * Which parts of a text are shown where not all of it is: its beginning and what surrounds matches, or without matches
 * its beginning and its end.
 * @param limit how many characters may be shown
 * @returns ascending, apart from each other
 */
export function excerptOf(text: string, matches: readonly Span[], limit: number): Span[] {
  if (text.length <= limit) return text.length === 0 ? [] : [{ start: 0, end: text.length }];
  const parts = matches.length > 0 ? aroundMatches(text, matches, limit) : beginningAndEnd(text, limit);
  return parts.map((part) => onWholeCharacters(text, part));
}

function beginningAndEnd(text: string, limit: number): Span[] {
  const end = Math.floor(limit * SHARE_OF_END);
  return [
    { start: 0, end: limit - end },
    { start: text.length - end, end: text.length },
  ];
}

function aroundMatches(text: string, matches: readonly Span[], limit: number): Span[] {
  const parts = [{ start: 0, end: Math.floor(limit * SHARE_OF_BEGINNING) }];
  let room = limit - parts[0]!.end;
  for (const match of matches) {
    const last = parts.at(-1)!;
    const start = Math.max(last.end, match.start - SURROUNDINGS);
    const end = Math.min(text.length, match.end + SURROUNDINGS);
    if (end <= last.end) continue;
    room -= end - start;
    if (room < 0) break;
    if (start === last.end) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

/** Moves the ends of a part that cut a surrogate pair. */
function onWholeCharacters(text: string, { start, end }: Span): Span {
  const cuts = (at: number): boolean =>
    at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return { start: cuts(start) ? start + 1 : start, end: cuts(end) ? end - 1 : end };
}
