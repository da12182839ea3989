/**
 * Draws `media/walkthrough/*.svg` anew after a change of the medals or of a scene below.
 * Run with `node scripts/drawWalkthrough.ts`. Everything but the medals takes its colour from VS Code's theme, and no
 * scene holds words, so that one drawing serves every theme and every language.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MedalOptions, medalShapes } from '../src/artwork/medal.ts';
import { MEDAL_GRID } from '../src/artwork/medalForms.ts';

const WIDTH = 520;
const HEIGHT = 400;

const PAPER = 'var(--vscode-editor-background)';
const RAISED = 'var(--vscode-editorWidget-background)';
const INK = 'var(--vscode-foreground)';
const ACCENT = 'var(--vscode-progressBar-background)';
/** Not a border of the theme: most themes have none, or one that is hardly seen. */
const OUTLINE = `stroke="${INK}" stroke-opacity="0.35"`;

type MedalLook = Pick<MedalOptions, 'state' | 'tier' | 'icon'> & Pick<Partial<MedalOptions>, 'nextTier'>;

const COPPER: MedalLook = { state: 'unlocked', tier: 'Copper', icon: 'terminal' };
const SILVER: MedalLook = { state: 'unlocked', tier: 'Silver', icon: 'flame' };
const GOLD: MedalLook = { state: 'unlocked', tier: 'Gold', icon: 'rocket' };
const DIAMOND: MedalLook = { state: 'unlocked', tier: 'Diamond', icon: 'compass' };
const NEXT: MedalLook = { state: 'discovered', tier: null, nextTier: 'Gold', icon: 'moon' };
const SEALED: MedalLook = { state: 'secret', tier: null, icon: 'secret' };

const SCENES: Readonly<Record<string, () => string>> = { read, open, share };

for (const [name, scene] of Object.entries(SCENES)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${scene()}</svg>\n`;
  await writeFile(join(import.meta.dirname, '..', 'media', 'walkthrough', `${name}.svg`), svg);
}

/** Session records leave a database and become medals. */
function read(): string {
  const records = [112, 160, 208, 256].map((y, row) => record(196 + (row % 2) * 14, y));
  const ways = [
    'M316 132C352 128 352 116 374 112',
    'M330 180C352 182 356 200 380 204',
    'M316 252C346 262 350 288 374 296',
  ];
  return [
    cylinder(36, 96, 128, 208),
    ...records,
    ...ways.map((path) => line(path, `stroke="${ACCENT}" stroke-width="3" stroke-dasharray="1 9"`)),
    medal(COPPER, 380, 62, 84),
    medal(GOLD, 388, 144, 116),
    medal(SILVER, 380, 256, 92),
  ].join('');
}

/** The panel: a ring of overall progress above six cards. */
function open(): string {
  const looks = [GOLD, DIAMOND, SILVER, NEXT, COPPER, SEALED];
  const shares = [0.72, 0.4, 0.9, 0.55, 0.3, 0];
  const cards = looks.map((look, index) =>
    card(look, shares[index]!, 44 + (index % 3) * 148, 158 + Math.floor(index / 3) * 104),
  );
  return [
    frame(20, 20, 480, 360),
    rect(20, 46, 480, 1, 0, `fill="${INK}" fill-opacity="0.2"`),
    `<path d="${starPath(38, 34, 8)}" fill="${ACCENT}"/>`,
    words(54, 31, 84, 0.7),
    `<circle cx="84" cy="102" r="32" fill="none" stroke="${INK}" stroke-opacity="0.15" stroke-width="9"/>`,
    line('M84 70A32 32 0 1 1 53.570 92.110', `stroke="${ACCENT}" stroke-width="9"`),
    words(138, 82, 150, 0.85, 10),
    words(138, 102, 220, 0.4),
    words(138, 118, 180, 0.4),
    rect(404, 90, 72, 24, 4, `fill="var(--vscode-button-background)" ${OUTLINE}`),
    ...cards,
  ].join('');
}

/** A share card leaves the editor as a picture. */
function share(): string {
  const shareCard = [
    rect(0, 0, 316, 166, 10, `fill="${RAISED}" ${OUTLINE} stroke-width="1.5"`),
    medal(GOLD, 18, 22, 122),
    words(164, 34, 128, 0.85, 12),
    words(164, 60, 96, 0.4),
    words(164, 84, 124, 0.4),
    words(164, 100, 108, 0.4),
    rect(164, 126, 124, 8, 4, `fill="${INK}" fill-opacity="0.15"`),
    rect(164, 126, 92, 8, 4, `fill="${ACCENT}"`),
  ].join('');
  return [
    frame(20, 84, 330, 296),
    rect(20, 110, 330, 1, 0, `fill="${INK}" fill-opacity="0.2"`),
    `<path d="${starPath(38, 98, 8)}" fill="${ACCENT}"/>`,
    words(54, 95, 84, 0.7),
    ...[320, 340].map((y, row) => words(44, y, 180 - row * 50, 0.3)),
    `<g transform="translate(112 158) rotate(-7 158 83)">${shareCard}</g>`,
    line('M392 118C436 110 452 90 456 56', `stroke="${ACCENT}" stroke-width="4"`),
    line('M438 70L457 50L474 73', `stroke="${ACCENT}" stroke-width="4"`),
    medal(SILVER, 404, 290, 56),
    medal(COPPER, 452, 320, 44),
  ].join('');
}

function medal(look: MedalLook, x: number, y: number, size: number): string {
  const shapes = medalShapes({ ...look, size, id: `medal-${x}-${y}` });
  return `<g transform="translate(${x} ${y}) scale(${size / MEDAL_GRID})">${shapes}</g>`;
}

function card(look: MedalLook, share: number, x: number, y: number): string {
  const bar =
    share === 0
      ? ''
      : rect(x + 12, y + 74, 112, 6, 3, `fill="${INK}" fill-opacity="0.15"`) +
        rect(x + 12, y + 74, 112 * share, 6, 3, `fill="${ACCENT}"`);
  return (
    rect(x, y, 136, 92, 6, `fill="${RAISED}" ${OUTLINE}`) +
    medal(look, x + 10, y + 12, 50) +
    words(x + 70, y + 24, 52, share === 0 ? 0.35 : 0.85) +
    words(x + 70, y + 42, 40, 0.35) +
    bar
  );
}

/** One session of the history, as a row. */
function record(x: number, y: number): string {
  return (
    rect(x, y, 112, 34, 5, `fill="${RAISED}" ${OUTLINE}`) +
    `<circle cx="${x + 17}" cy="${y + 17}" r="6" fill="${ACCENT}"/>` +
    words(x + 32, y + 9, 62, 0.7, 6) +
    words(x + 32, y + 20, 44, 0.35, 5)
  );
}

function cylinder(x: number, y: number, width: number, height: number): string {
  const [rx, ry] = [width / 2, 20];
  const arc = (at: number): string => `M${x} ${at}A${rx} ${ry} 0 0 0 ${x + width} ${at}`;
  const body = `M${x} ${y}V${y + height}A${rx} ${ry} 0 0 0 ${x + width} ${y + height}V${y}Z`;
  const stroke = `stroke="${INK}" stroke-opacity="0.55" stroke-width="2.500"`;
  return (
    `<path d="${body}" fill="${RAISED}" ${stroke}/>` +
    line(arc(y + height / 3), stroke) +
    line(arc(y + (2 * height) / 3), stroke) +
    `<ellipse cx="${x + rx}" cy="${y}" rx="${rx}" ry="${ry}" fill="${PAPER}" ${stroke}/>`
  );
}

function frame(x: number, y: number, width: number, height: number): string {
  return rect(
    x,
    y,
    width,
    height,
    8,
    `fill="${PAPER}" stroke="${INK}" stroke-opacity="0.45" stroke-width="1.500"`,
  );
}

/** A bar that stands for words. */
function words(x: number, y: number, width: number, strength: number, height = 7): string {
  return rect(x, y, width, height, height / 2, `fill="${INK}" fill-opacity="${strength}"`);
}

function rect(x: number, y: number, width: number, height: number, radius: number, paint: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${paint}/>`;
}

function line(path: string, paint: string): string {
  return `<path d="${path}" fill="none" stroke-linecap="round" stroke-linejoin="round" ${paint}/>`;
}

function starPath(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.45;
    const turn = (index * Math.PI) / 5 - Math.PI / 2;
    return `${(x + reach * Math.cos(turn)).toFixed(1)} ${(y + reach * Math.sin(turn)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
