import { PICTURE_INK } from './charts/ink.ts';
import { medalShapes } from './medal.ts';
import { plainLine } from './plainText.ts';
import { MARK_GRID, markShapes, PRODUCT_NAME } from './productMark.ts';
import type { RecapStep, RecapTexts, RecapTop } from './recapTexts.ts';
import { SHARE_CARD_HEIGHT, SHARE_CARD_WIDTH, SYSTEM_FONTS } from './shareCard.ts';
import { fixed } from './svgPath.ts';
import { textWidth, wrapText } from './textLayout.ts';
import { RANK_COLOURS } from './tierColours.ts';
import { escapeXml } from './xmlText.ts';

const { page, text, muted, accent } = PICTURE_INK;
const LEFT = 60;
const RIGHT = SHARE_CARD_WIDTH - 60;
const MOST_MEDALS = 5;
const MOST_ROWS = 4;
const MEDAL_SIDE = 108;
const MARK_SIDE = 44;

/** An icon key of the catalogue for a badge. */
export type IconOf = (badge: string) => string;

/** A recap as a picture of 1200 × 630 to show to others: self-contained SVG, every text on it escaped. */
export function recapCardSvg(texts: RecapTexts, iconOf: IconOf): string {
  const size = `width="${SHARE_CARD_WIDTH}" height="${SHARE_CARD_HEIGHT}"`;
  const title = plainLine(texts.title, 80);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${SHARE_CARD_WIDTH} ${SHARE_CARD_HEIGHT}"` +
    ` font-family="${escapeXml(SYSTEM_FONTS)}" role="img"><title>${escapeXml(title)}</title>` +
    `<rect ${size} fill="${page}"/>` +
    `<rect x="14" y="14" width="1172" height="602" rx="22" fill="none" stroke="${accent}" stroke-opacity="0.4" stroke-width="3"/>` +
    `${heading(title)}${figures(texts)}${lower(texts, iconOf)}</svg>\n`
  );
}

function heading(title: string): string {
  const markLeft = RIGHT - MARK_SIDE;
  const room = markLeft - 12 - textWidth(PRODUCT_NAME, 22) - 40 - LEFT;
  const fontSize = [46, 40, 34, 28].find((size) => textWidth(title, size, true) <= room) ?? 28;
  return (
    line(wrapText(title, { fontSize, maxWidth: room, maxLines: 1, bold: true })[0] ?? '', {
      x: LEFT,
      y: 94,
      fontSize,
      fill: text,
      bold: true,
    }) +
    line(PRODUCT_NAME, { x: markLeft - 12, y: 90, fontSize: 22, fill: muted, anchor: 'end' }) +
    `<g transform="translate(${markLeft} 60) scale(${fixed(MARK_SIDE / MARK_GRID)})">${markShapes('recap-mark')}</g>`
  );
}

function figures({ figures: shown }: RecapTexts): string {
  const width = (RIGHT - LEFT + 20) / shown.length;
  return shown
    .map(({ label, value, before }, index) => {
      const x = LEFT + index * width;
      const fontSize = [56, 46, 38].find((size) => textWidth(value, size, true) <= width - 44) ?? 32;
      return (
        `<rect x="${fixed(x)}" y="130" width="${fixed(width - 20)}" height="148" rx="16" fill="#ffffff" fill-opacity="0.05"/>` +
        line(label, { x: x + 22, y: 168, fontSize: 22, fill: muted }) +
        line(value, { x: x + 22, y: 224, fontSize, fill: accent, bold: true }) +
        line(clipped(before, 20, width - 44), { x: x + 22, y: 258, fontSize: 20, fill: muted })
      );
    })
    .join('');
}

/** What was unlocked at the left, what was used most at the right; where one is missing the other has the room. */
function lower(texts: RecapTexts, iconOf: IconOf): string {
  const tops = texts.tops.slice(0, 3);
  const middle = texts.unlocks.length === 0 ? LEFT : tops.length === 0 ? RIGHT : LEFT + 610;
  return (
    (texts.unlocks.length > 0 ? medals(texts.unlocks, iconOf, middle === RIGHT ? RIGHT : middle - 40) : '') +
    columns(tops, middle) +
    wrapText(texts.facts.map((fact) => plainLine(fact, 200)).join(' '), {
      fontSize: 22,
      maxWidth: RIGHT - LEFT,
      maxLines: 2,
    })
      .map((words, index) => line(words, { x: LEFT, y: 548 + index * 30, fontSize: 22, fill: '#d3d7de' }))
      .join('')
  );
}

function medals(unlocks: readonly RecapStep[], iconOf: IconOf, right: number): string {
  const shown = unlocks.slice(-MOST_MEDALS);
  const pitch = Math.min(150, (right - LEFT) / shown.length);
  const drawn = shown.map(({ id, name, tier, words }, index) => {
    const x = LEFT + index * pitch;
    const centre = x + pitch / 2;
    const shapes = medalShapes({
      tier,
      icon: iconOf(id),
      state: 'unlocked',
      size: MEDAL_SIDE,
      id: `recap-${index}`,
    });
    const lines = wrapText(plainLine(name, 80), {
      fontSize: 17,
      maxWidth: pitch - 8,
      maxLines: 2,
      bold: true,
    });
    return (
      `<g transform="translate(${fixed(centre - MEDAL_SIDE / 2)} 306) scale(${fixed(MEDAL_SIDE / 100)})">${shapes}</g>` +
      lines
        .map((part, row) =>
          line(part, {
            x: centre,
            y: 440 + row * 21,
            fontSize: 17,
            fill: text,
            bold: true,
            anchor: 'middle',
          }),
        )
        .join('') +
      line(clipped(plainLine(words, 60), 16, pitch - 4), {
        x: centre,
        y: 444 + lines.length * 21,
        fontSize: 16,
        fill: RANK_COLOURS[tier ?? 'feat'].textOnDark,
        anchor: 'middle',
      })
    );
  });
  const more = unlocks.length - shown.length;
  const rest = more > 0 ? line(`+${more}`, { x: LEFT, y: 318, fontSize: 20, fill: muted }) : '';
  return drawn.join('') + rest;
}

function columns(tops: readonly RecapTop[], left: number): string {
  const width = (RIGHT - left) / Math.max(1, tops.length);
  return tops
    .map(({ label, rows }, index) => {
      const x = left + index * width;
      const room = width - 24;
      return (
        line(clipped(label, 20, room), { x, y: 330, fontSize: 20, fill: muted }) +
        rows
          .slice(0, MOST_ROWS)
          .map(({ name }, row) =>
            line(clipped(plainLine(name, 80), 21, room), {
              x,
              y: 366 + row * 33,
              fontSize: 21,
              fill: text,
            }),
          )
          .join('')
      );
    })
    .join('');
}

function clipped(words: string, fontSize: number, maxWidth: number): string {
  return wrapText(words, { fontSize, maxWidth, maxLines: 1 })[0] ?? '';
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
}

function line(words: string, { x, y, fontSize, fill, bold, anchor }: Line): string {
  const style = `${bold ? ' font-weight="700"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
  return `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${fontSize}" fill="${fill}"${style}>${escapeXml(words)}</text>`;
}
