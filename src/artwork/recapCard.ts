import type { TierName } from '../badges/achievement.ts';
import { bareBars } from './charts/bareBars.ts';
import { PICTURE_INK } from './charts/ink.ts';
import { mixColours } from './colour.ts';
import { medalShapes } from './medal.ts';
import { MEDAL_GRID } from './medalForms.ts';
import { plainLine } from './plainText.ts';
import { MARK_GRID, markShapes } from './productMark.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH, SYSTEM_FONTS } from './shareCard.ts';
import { fixed } from './svgPath.ts';
import { textWidth, wrapText } from './textLayout.ts';
import { textLineSvg } from './textLine.ts';
import { RANK_COLOURS, rankOf } from './tierColours.ts';
import { escapeXml } from './xmlText.ts';

/** What stands on a recap's card, in the reader's language. `exports/recap/card` makes it from a recap. */
export interface RecapCard {
  readonly title: string;
  /** The days that it is of. */
  readonly days: string;
  /** At most six. */
  readonly figures: readonly CardFigure[];
  /** What was unlocked or rose, the best first. */
  readonly medals: readonly CardMedal[];
  /** Said where there are no medals. */
  readonly noMedals: string;
  /** Says how many medals more there are than are drawn. */
  readonly more: (count: number) => string;
  /** At most three. */
  readonly lists: readonly CardList[];
  /** How much there was in the course of it; not drawn where there was nothing. */
  readonly bars: CardBars;
  /** On the last line: a streak, say; may be empty. */
  readonly note: string;
  readonly product: string;
}

interface CardFigure {
  readonly value: string;
  readonly label: string;
  /** Against the period before; may be empty. */
  readonly change: string;
}

interface CardMedal {
  /** Null for a badge without tiers. */
  readonly tier: TierName | null;
  readonly icon: string;
  readonly name: string;
  /** What became of it: its tier's name, say. */
  readonly rank: string;
}

interface CardBars {
  readonly title: string;
  readonly values: readonly number[];
}

interface CardList {
  readonly title: string;
  readonly items: readonly string[];
}

const COLOURS = PICTURE_INK;
const LEFT = 56;
const RIGHT = SHARE_CARD_WIDTH - LEFT;
const WIDTH = RIGHT - LEFT;
const MEDALS = 6;
const MEDAL = { side: 96, top: 264, slot: WIDTH / MEDALS };
const LISTS = { top: 474, step: 28, items: 2, slot: WIDTH / 4 };
const BARS = { top: 486, height: 50 };
/** More figures stand closer, and are smaller. */
const FIGURES = { roomy: 4, most: 6 };

/** A card of 1200 × 630 to show to others: self-contained SVG, every text on it escaped. */
export function recapCardSvg(card: RecapCard): string {
  const [width, height] = [SHARE_CARD_WIDTH, SHARE_CARD_HEIGHT];
  const name = escapeXml(plainLine(`${card.title}, ${card.days}`, 200));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` font-family="${escapeXml(SYSTEM_FONTS)}" role="img"><title>${name}</title>` +
    `${backdrop()}${heading(card)}${figures(card)}${medals(card)}${lists(card)}${bars(card)}${footer(card)}</svg>\n`
  );
}

function backdrop(): string {
  const glow = mixColours(COLOURS.page, RANK_COLOURS.Gold.edge, 0.42);
  return (
    `<defs><radialGradient id="recap-glow" gradientUnits="userSpaceOnUse" cx="600" cy="330" r="640">` +
    `<stop offset="0" stop-color="${glow}" stop-opacity="0.55"/><stop offset="1" stop-color="${COLOURS.page}" stop-opacity="0"/>` +
    `</radialGradient></defs><rect width="1200" height="630" fill="${COLOURS.page}"/>` +
    `<rect width="1200" height="630" fill="url(#recap-glow)"/>` +
    `<rect x="14" y="14" width="1172" height="602" rx="22" fill="none" stroke="${COLOURS.accent}" stroke-opacity="0.45" stroke-width="3"/>`
  );
}

function heading({ title, days }: RecapCard): string {
  const mark = `<g transform="translate(${RIGHT - 64} 38) scale(${fixed(64 / MARK_GRID)})">${markShapes('recap-mark')}</g>`;
  return (
    line({ text: title, y: 82, fontSize: 40, fill: COLOURS.text, bold: true, maxWidth: WIDTH - 90 }) +
    line({ text: days, y: 116, fontSize: 22, fill: COLOURS.muted, maxWidth: WIDTH - 90 }) +
    mark
  );
}

function figures({ figures }: RecapCard): string {
  const shown = figures.slice(0, FIGURES.most);
  const slot = WIDTH / Math.max(FIGURES.roomy, shown.length);
  const [large, small] = shown.length > FIGURES.roomy ? [38, 17] : [46, 20];
  return shown
    .map(({ value, label, change }, index) => {
      const place = { x: LEFT + index * slot, maxWidth: slot - 10 };
      const words = change === '' ? label : `${label} · ${change}`;
      return (
        line({ ...place, text: value, y: 190, fontSize: large, fill: COLOURS.text, bold: true }) +
        line({ ...place, text: words, y: 220, fontSize: small, fill: COLOURS.muted })
      );
    })
    .join('');
}

function medals({ medals, noMedals, more }: RecapCard): string {
  if (medals.length === 0) return line({ text: noMedals, y: 356, fontSize: 26, fill: COLOURS.muted });
  const shown = medals.length > MEDALS ? MEDALS - 1 : medals.length;
  const drawn = medals.slice(0, shown).map(medal).join('');
  const rest = medals.length - shown;
  if (rest === 0) return drawn;
  const x = LEFT + (shown + 0.5) * MEDAL.slot;
  return (
    drawn +
    textLineSvg({
      text: more(rest),
      x,
      y: 322,
      fontSize: 26,
      fill: COLOURS.muted,
      bold: true,
      anchor: 'middle',
    })
  );
}

function medal({ tier, icon, name, rank }: CardMedal, index: number): string {
  const x = LEFT + (index + 0.5) * MEDAL.slot;
  const state = 'unlocked';
  const shapes = medalShapes({ tier, icon, state, size: MEDAL.side, id: `recap-${index}` });
  const { textOnDark } = RANK_COLOURS[rankOf({ state, tier })];
  const place = `translate(${fixed(x - MEDAL.side / 2)} ${MEDAL.top}) scale(${fixed(MEDAL.side / MEDAL_GRID)})`;
  const middle = (text: string, y: number, fontSize: number, fill: string): string =>
    textLineSvg({ text, x: Number(fixed(x)), y, fontSize, fill, bold: true, anchor: 'middle' });
  const box = { fontSize: 18, maxWidth: MEDAL.slot - 12, maxLines: 2, bold: true };
  const names = wrapText(plainLine(name, 80), box);
  const below = MEDAL.top + 126;
  return (
    `<g transform="${place}">${shapes}</g>` +
    names.map((words, row) => middle(words, below + row * 21, box.fontSize, COLOURS.text)).join('') +
    middle(oneLine(rank, 16, box.maxWidth, true), below + names.length * 21 + 2, 16, textOnDark)
  );
}

function lists({ lists }: RecapCard): string {
  const { slot } = LISTS;
  return lists
    .slice(0, 3)
    .map(({ title, items }, index) => {
      const x = LEFT + index * slot;
      const rows = items.slice(0, LISTS.items).map((item, row) => {
        const y = LISTS.top + (row + 1) * LISTS.step;
        return line({ text: item, x, y, fontSize: 20, fill: COLOURS.text, maxWidth: slot - 20 });
      });
      return (
        line({ text: title, x, y: LISTS.top, fontSize: 18, fill: COLOURS.muted, maxWidth: slot - 20 }) +
        rows.join('')
      );
    })
    .join('');
}

function bars({ bars: { title, values } }: RecapCard): string {
  if (!values.some((value) => value > 0)) return '';
  const x = LEFT + 3 * LISTS.slot;
  const box = { x, y: BARS.top, width: LISTS.slot, height: BARS.height };
  return (
    line({ text: title, x, y: LISTS.top, fontSize: 18, fill: COLOURS.muted, maxWidth: LISTS.slot }) +
    bareBars(values, box, { bar: COLOURS.accent, line: COLOURS.line })
  );
}

function footer({ note, product }: RecapCard): string {
  const room = WIDTH - textWidth(product, 20) - 30;
  return (
    `<path d="M${LEFT} 556H${RIGHT}" stroke="#ffffff" stroke-opacity="0.16" stroke-width="2"/>` +
    line({ text: note, y: 590, fontSize: 20, fill: COLOURS.muted, maxWidth: room }) +
    textLineSvg({ text: product, x: RIGHT, y: 590, fontSize: 20, fill: COLOURS.muted, anchor: 'end' })
  );
}

interface Fitted {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly fontSize: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly maxWidth?: number;
}

function line({ maxWidth = WIDTH, x = LEFT, ...style }: Fitted): string {
  const text = oneLine(style.text, style.fontSize, maxWidth, style.bold);
  return text === '' ? '' : textLineSvg({ ...style, text, x: Math.round(x) });
}

function oneLine(text: string, fontSize: number, maxWidth: number, bold = false): string {
  return wrapText(plainLine(text, 200), { fontSize, maxWidth, maxLines: 1, bold })[0] ?? '';
}
