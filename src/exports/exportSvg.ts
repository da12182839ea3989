import { medalShapes } from '../artwork/medal.ts';
import { MEDAL_GRID } from '../artwork/medalForms.ts';
import { plainLine } from '../artwork/plainText.ts';
import { MARK_GRID, markShapes, PRODUCT_NAME } from '../artwork/productMark.ts';
import { SYSTEM_FONTS } from '../artwork/shareCard.ts';
import { fixed } from '../artwork/svgPath.ts';
import { wrapText } from '../artwork/textLayout.ts';
import { type TextLine, textLineSvg } from '../artwork/textLine.ts';
import { RANK_COLOURS, rankOf } from '../artwork/tierColours.ts';
import { escapeXml } from '../artwork/xmlText.ts';
import type { Achievement } from '../badges/achievement.ts';
import type { Snapshot } from '../files/shared/snapshot.ts';
import { english, type Translate } from '../words/translate.ts';
import type { ExportOptions } from './exportOptions.ts';
import { figure, percentOf, progressFigure } from './figures.ts';
import { type CategoryGroup, groupByCategory } from './selection.ts';
import { utcDay, utcMinute } from './utcTime.ts';

const COLUMNS = 5;
const MARGIN = 48;
const TILE = { width: 222, height: 252, medal: 124 };
const WIDTH = MARGIN * 2 + COLUMNS * TILE.width;
const HEADER = 150;
const HEADING = 66;

const COLOURS = { ground: '#15171c', tile: '#1f2229', text: '#ffffff', quiet: '#b4bac4', track: '#3a3f4a' };

interface Label extends Omit<TextLine, 'anchor'> {
  centred?: boolean;
}

/** A sheet of medals by category as a self-contained SVG, the unlocked ones unless filtered. */
export function exportSvg(snapshot: Snapshot, options: ExportOptions = {}): string {
  const t = options.translate ?? english;
  const { state = 'unlocked', category } = options;
  const groups = groupByCategory(snapshot, { state, category });
  let y = HEADER;
  let sheet = '';
  for (const group of groups) {
    sheet += section(group, y, t);
    y += sectionHeight(group);
  }
  if (groups.length === 0) {
    sheet = label({
      text: t('No badge to show yet.'),
      x: MARGIN,
      y: y + 40,
      fontSize: 24,
      fill: COLOURS.quiet,
    });
    y += 80;
  }
  const height = y + MARGIN;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"` +
    ` font-family="${escapeXml(SYSTEM_FONTS)}" role="img"><title>${escapeXml(headline(snapshot, t))}</title>` +
    `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.ground}"/>${header(snapshot, t)}${sheet}</svg>\n`
  );
}

function headline({ unlocked_count, total_count }: Snapshot, t: Translate): string {
  return `${PRODUCT_NAME}: ${t('{0} of {1} unlocked', figure(unlocked_count), figure(total_count))}`;
}

function header(snapshot: Snapshot, t: Translate): string {
  const { unlocked_count, total_count, generated_at } = snapshot;
  const at = utcMinute(generated_at);
  const counts = t('{0} of {1} unlocked', figure(unlocked_count), figure(total_count));
  const age = at === null ? t('not scanned yet') : t('as of {0}', at);
  return (
    `<g transform="translate(${MARGIN} 44) scale(${fixed(80 / MARK_GRID)})">${markShapes('sheet-mark')}</g>` +
    label({ text: PRODUCT_NAME, x: MARGIN + 98, y: 82, fontSize: 34, fill: COLOURS.text, bold: true }) +
    label({ text: `${counts} · ${age}`, x: MARGIN + 98, y: 116, fontSize: 20, fill: COLOURS.quiet })
  );
}

function sectionHeight({ achievements }: CategoryGroup): number {
  return HEADING + Math.ceil(achievements.length / COLUMNS) * TILE.height;
}

function section(
  { category, achievements, unlocked, total }: CategoryGroup,
  top: number,
  t: Translate,
): string {
  const heading = label({
    text: `${t(category)} · ${figure(unlocked)}/${figure(total)}`,
    x: MARGIN + 6,
    y: top + 42,
    fontSize: 24,
    fill: COLOURS.text,
    bold: true,
  });
  const tiles = achievements.map((achievement, index) => {
    const x = MARGIN + (index % COLUMNS) * TILE.width;
    const y = top + HEADING + Math.floor(index / COLUMNS) * TILE.height;
    return `<g transform="translate(${x} ${y})">${tile(achievement, `${category}-${index}`, t)}</g>`;
  });
  return heading + tiles.join('');
}

function tile(achievement: Achievement, id: string, t: Translate): string {
  const { name, state, tier, next_tier, icon } = achievement;
  const middle = TILE.width / 2;
  const medal = medalShapes({ tier, nextTier: next_tier, icon, state, size: TILE.medal, id });
  const lines = wrapText(plainLine(name, 80), {
    fontSize: 17,
    maxWidth: TILE.width - 36,
    maxLines: 2,
    bold: true,
  });
  const firstLine = lines.length === 1 ? 176 : 166;
  const centred = (text: string, y: number, fontSize: number, fill: string, bold = false): string =>
    label({ text, x: middle, y, fontSize, fill, bold, centred: true });
  return (
    `<rect x="6" y="6" width="${TILE.width - 12}" height="${TILE.height - 12}" rx="12" fill="${COLOURS.tile}"/>` +
    `<g transform="translate(${middle - TILE.medal / 2} 18) scale(${fixed(TILE.medal / MEDAL_GRID)})">${medal}</g>` +
    lines.map((line, index) => centred(line, firstLine + index * 20, 17, COLOURS.text, true)).join('') +
    centred(rankLine(achievement, t), 209, 15, RANK_COLOURS[rankOf(achievement)].textOnDark, true) +
    (state === 'unlocked' ? centred(utcDay(achievement.unlocked_at) ?? '', 230, 14, COLOURS.quiet) : '') +
    (state === 'discovered' ? progressBar(percentOf(achievement)) : '')
  );
}

function rankLine(achievement: Achievement, t: Translate): string {
  const { state, tier } = achievement;
  if (state === 'secret') return t('Secret');
  if (achievement.requirements) return state === 'unlocked' ? t('Feat') : `${percentOf(achievement)}%`;
  return tier === null ? progressFigure(achievement) : `${t(tier)} · ${figure(achievement.progress)}`;
}

function progressBar(percent: number): string {
  const width = TILE.width - 60;
  return (
    `<rect x="30" y="222" width="${width}" height="6" rx="3" fill="${COLOURS.track}"/>` +
    `<rect x="30" y="222" width="${fixed((width * percent) / 100)}" height="6" rx="3" fill="${COLOURS.quiet}"/>`
  );
}

function label({ centred = false, ...line }: Label): string {
  return textLineSvg(centred ? { ...line, anchor: 'middle' } : line);
}
