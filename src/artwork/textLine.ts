import { plainLine, readsRightToLeft } from './plainText.ts';
import { escapeXml } from './xmlText.ts';

/** One line of text in a picture. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  readonly fill: string;
  readonly bold?: boolean;
  /** Where x is of the line; its beginning unless told. */
  readonly anchor?: 'middle' | 'end';
}

const LONGEST = 120;

/** A text element; its text is made plain, cut where nobody reads on, and escaped. */
export function textLineSvg({ text, x, y, fontSize, fill, bold = false, anchor }: TextLine): string {
  const line = plainLine(text, LONGEST);
  const placed = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const direction = readsRightToLeft(line) ? ' direction="rtl"' : '';
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}"${placed}${direction} font-size="${fontSize}"${weight} fill="${fill}">${escapeXml(line)}</text>`;
}
