import type { TierName } from '../badges/achievement.ts';
import { mixColours } from './colour.ts';
import { medalShapes } from './medal.ts';
import { plainLine, readsRightToLeft } from './plainText.ts';
import { MARK_GRID, markShapes } from './productMark.ts';
import { fixed, star } from './svgPath.ts';
import { type TextBox, textWidth, wrapText } from './textLayout.ts';
import { RANK_COLOURS, rankOf } from './tierColours.ts';
import { escapeXml } from './xmlText.ts';

export const SHARE_CARD_WIDTH = 1200;
export const SHARE_CARD_HEIGHT = 630;

/** Fonts that systems ship; a card or sheet loads none. */
export const SYSTEM_FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** The words on a share card, in the reader's language. `shareCardTexts` makes them from an achievement. */
export interface ShareCard {
  tier: TierName | null;
  /** An icon key of the catalogue. */
  icon: string;
  name: string;
  category: string;
  /** The tier's name, or the word for a badge that has none. */
  rank: string;
  description: string;
  /** What was counted: one phrase for a tiered badge, one for each requirement of the others. */
  figures: readonly string[];
  /** When it was unlocked, as a phrase. */
  unlocked: string;
  product: string;
}

const BACKDROP = '#15171c';
const TEXT = { left: 520, right: 1156, width: 636 };
const MARK_SIDE = 48;
const FOOTER_GAP = 28;
const FOOTER_SIZES = [22, 20, 18, 16] as const;

interface TextStyle {
  fontSize: number;
  fill: string;
  bold?: boolean;
  spacing?: number;
}

/** A card of 1200 × 630 to show to others: self-contained SVG, every text on it escaped. */
export function shareCardSvg(card: ShareCard): string {
  const { width, height } = { width: SHARE_CARD_WIDTH, height: SHARE_CARD_HEIGHT };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` font-family="${escapeXml(SYSTEM_FONTS)}" role="img"><title>${escapeXml(plainLine(`${card.name}, ${card.rank}`, 200))}</title>` +
    `${backdrop(card)}${medal(card)}${words(card)}</svg>\n`
  );
}

function backdrop(card: ShareCard): string {
  const { edge, textOnDark } = RANK_COLOURS[rankOf({ state: 'unlocked', tier: card.tier })];
  const glow = mixColours(BACKDROP, edge, 0.62);
  return (
    `<defs><radialGradient id="card-glow" gradientUnits="userSpaceOnUse" cx="268" cy="300" r="520">` +
    `<stop offset="0" stop-color="${glow}"/><stop offset="0.55" stop-color="${mixColours(BACKDROP, edge, 0.16)}"/>` +
    `<stop offset="1" stop-color="${BACKDROP}"/></radialGradient></defs>` +
    `<rect width="1200" height="630" fill="${BACKDROP}"/><rect width="1200" height="630" fill="url(#card-glow)"/>` +
    `<path d="${star({ x: 268, y: 300 }, 28, 620, 150)}" fill="${textOnDark}" fill-opacity="0.05"/>` +
    `<rect x="14" y="14" width="1172" height="602" rx="22" fill="none" stroke="${textOnDark}" stroke-opacity="0.45" stroke-width="3"/>`
  );
}

function medal({ tier, icon }: ShareCard): string {
  const shapes = medalShapes({ tier, icon, state: 'unlocked', size: 400, id: 'card' });
  return `<ellipse cx="268" cy="524" rx="128" ry="13" fill="#000000" fill-opacity="0.35"/><g transform="translate(68 100) scale(4)">${shapes}</g>`;
}

/** The column right of the medal, centred on the card's height whatever the number of lines. */
function words(card: ShareCard): string {
  const { textOnDark } = RANK_COLOURS[rankOf({ state: 'unlocked', tier: card.tier })];
  const name = nameLines(plainLine(card.name, 160));
  const description = fitted(plainLine(card.description, 400), { fontSize: 29, maxLines: 3 });
  const figures = fitted(plainLine(card.figures.join(' · '), 300), { fontSize: 31, maxLines: 3, bold: true });
  const blocks = [
    {
      lines: name.lines,
      lead: 84,
      step: name.fontSize * 1.16,
      style: { fontSize: name.fontSize, fill: '#ffffff', bold: true },
    },
    { lines: description, lead: 54, step: 40, style: { fontSize: 29, fill: '#d3d7de' } },
    { lines: figures, lead: 62, step: 41, style: { fontSize: 31, fill: textOnDark, bold: true } },
  ];
  const height = blocks.reduce((sum, { lines, lead, step }) => sum + lead + (lines.length - 1) * step, 0);
  let y = Math.max(88, 278 - height / 2);
  let drawn = heading(card, textOnDark, y);
  for (const { lines, lead, step, style } of blocks.filter((block) => block.lines.length > 0)) {
    y += lead;
    drawn += lines.map((line, index) => textLine(line, y + index * step, style)).join('');
    y += (lines.length - 1) * step;
  }
  return drawn + footer(card);
}

/** Tier as a filled tag, category beside it. */
function heading({ rank, category }: ShareCard, colour: string, y: number): string {
  const tag = plainLine(rank, 24);
  const width = textWidth(tag, 24, true) + 40;
  const place = plainLine(category, 40);
  return (
    `<rect x="${TEXT.left}" y="${y - 31}" width="${width.toFixed(1)}" height="44" rx="22" fill="${colour}"/>` +
    `<text x="${(TEXT.left + width / 2).toFixed(1)}" y="${y}" text-anchor="middle" font-size="24" font-weight="700" fill="#15171c">${escapeXml(tag)}</text>` +
    `<text x="${(TEXT.left + width + 20).toFixed(1)}" y="${y}" font-size="24" fill="#b4bac4">${escapeXml(place)}</text>`
  );
}

/** The day at the left, the product at the right, both as large as leaves room between them. */
function footer(card: ShareCard): string {
  const [unlocked, product] = [plainLine(card.unlocked, 60), plainLine(card.product, 60)];
  const markLeft = TEXT.right - MARK_SIDE;
  const productRight = markLeft - 10;
  const room = productRight - TEXT.left - FOOTER_GAP;
  const fits = (size: number): boolean => textWidth(unlocked, size) + textWidth(product, size) <= room;
  const fontSize = FOOTER_SIZES.find(fits) ?? FOOTER_SIZES.at(-1);
  const style = `y="576" font-size="${fontSize}" fill="#b4bac4"`;
  return (
    `<path d="M${TEXT.left} 528H${TEXT.right}" stroke="#ffffff" stroke-opacity="0.16" stroke-width="2"/>` +
    `<text x="${TEXT.left}" ${style}>${escapeXml(unlocked)}</text>` +
    `<g transform="translate(${markLeft} 544) scale(${fixed(MARK_SIDE / MARK_GRID)})">${markShapes('card-mark')}</g>` +
    `<text x="${productRight}" ${style} text-anchor="end">${escapeXml(product)}</text>`
  );
}

/** A long name takes two smaller lines before it is cut. */
function nameLines(name: string): { lines: string[]; fontSize: number } {
  for (const fontSize of [66, 56, 48]) {
    const lines = fitted(name, { fontSize, maxLines: 2, bold: true });
    if (!lines.at(-1)?.endsWith('…') || fontSize === 48) return { lines, fontSize };
  }
  return { lines: [], fontSize: 48 };
}

function fitted(text: string, box: Omit<TextBox, 'maxWidth'>): string[] {
  return wrapText(text, { ...box, maxWidth: TEXT.width });
}

function textLine(line: string, y: number, { fontSize, fill, bold = false }: TextStyle): string {
  const place = readsRightToLeft(line) ? `x="${TEXT.right}" direction="rtl"` : `x="${TEXT.left}"`;
  return (
    `<text ${place} y="${y.toFixed(1)}" font-size="${fontSize}"${bold ? ' font-weight="700"' : ''} fill="${fill}">` +
    `${escapeXml(line)}</text>`
  );
}
