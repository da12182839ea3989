import { textWidth } from '../textLayout.ts';
import { escapeXml } from '../xmlText.ts';

/** How large a chart is, in CSS pixels: it is drawn for the width it has, so that its words keep their size. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** The part of a chart that its figures are drawn in. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a chart is called, and what it says in a sentence, for who does not see it. */
export interface ChartName {
  readonly name: string;
  readonly description: string;
}

/** The figures of a chart as rows and columns of words, for screen readers. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The size of the words of a chart, in CSS pixels. */
export const WORDS_SIZE = 11;

/** The estimate of a width is for running text; figures alone are wider in some fonts. */
const FIGURES_ARE_WIDER = 1.15;

/** The room that the widest of these words needs, in CSS pixels. */
export function roomFor(words: readonly string[]): number {
  return Math.ceil(Math.max(0, ...words.map((line) => textWidth(line, WORDS_SIZE))) * FIGURES_ARE_WIDER);
}

/** A drawing with its name, made of what the functions of a chart return as shapes. */
export function chartSvg(
  { width, height }: ChartSize,
  { name, description }: ChartName,
  shapes: string,
): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` role="img" aria-label="${escapeXml(name)}" font-size="${WORDS_SIZE}"><desc>${escapeXml(description)}</desc>` +
    `${shapes}</svg>`
  );
}
