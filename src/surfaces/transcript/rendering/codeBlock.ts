import type { Span } from '../finding/finder.ts';
import { counted, fill, type TranscriptWords } from '../words.ts';
import type { DocumentWriter } from './documentWriter.ts';
import { excerptOf } from './excerpt.ts';
import { fenceFor } from './fence.ts';
import { visibleText } from './visibleText.ts';

export interface CodeBlock {
  /** Behind the opening fence: how the editor colours it. */
  readonly language: 'text' | 'json';
  readonly text: string;
  /** Ascending places in the text, not overlapping. */
  readonly matches: readonly Span[];
  /** How many characters are shown. */
  readonly limit: number;
}

/**
 * Writes a text as a fenced block that it cannot end, long ones cut, and says where how much is left out.
 * @returns how many characters (UTF-16 code units) are left out
 */
export function writeCodeBlock(writer: DocumentWriter, block: CodeBlock, words: TranscriptWords): number {
  const { language, text, matches, limit } = block;
  const parts = excerptOf(text, matches, limit);
  const shown = parts.map(({ start, end }) => visibleText(text.slice(start, end)));
  const fence = fenceFor(shown);
  let leftOut = 0;
  const gap = (characters: number): void => {
    if (characters <= 0) return;
    leftOut += characters;
    const size = counted(words.characters, characters, words.language);
    writer.endLine(`[… ${fill(words.leftOutHere, size)} …]`);
  };
  writer.endLine(`${fence}${language}`);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    gap(part.start - at);
    writer.putLines(shown[index]!, matchesWithin(matches, part));
    at = part.end;
  }
  gap(text.length - at);
  writer.endLine(fence).endLine();
  return leftOut;
}

export function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Matches that begin in a part, as places in it. */
function matchesWithin(matches: readonly Span[], part: Span): Span[] {
  return matches
    .slice(indexFrom(matches, part.start), indexFrom(matches, part.end))
    .map(({ start, end }) => ({ start: start - part.start, end: Math.min(end, part.end) - part.start }));
}

/** The index of the first match that begins at a place or later. */
function indexFrom(matches: readonly Span[], place: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
