import type { AchievementState, TierName } from '../badges/achievement.ts';
import { ICON_GRID, iconShapes } from './badgeIcons.ts';
import { MEDAL_FORMS, MEDAL_GRID, type MedalForm } from './medalForms.ts';
import { fixed } from './svgPath.ts';
import { RANK_COLOURS, type RankColours, rankOf } from './tierColours.ts';
import { escapeXml } from './xmlText.ts';

export interface MedalOptions {
  /** The tier held; null for a badge without tiers and for one that is not unlocked. */
  tier: TierName | null;
  /** While a badge is not unlocked, its medal is the outline of this one; null draws the shield. */
  nextTier?: TierName | null | undefined;
  /** An icon key of the catalogue. A secret badge's icon is not drawn, whatever it is. */
  icon: string;
  state: AchievementState;
  /** Side of the drawing in CSS pixels. */
  size: number;
  /** The accessible name; without it the medal is decoration and hidden from screen readers. */
  title?: string | undefined;
  /**
   * Sets this medal's element ids apart from those of others on the same page. Needed where the same medal
   * occurs twice and one of the two can be hidden, which would take the colours from the other.
   */
  id?: string | undefined;
}

/** Below this size rims and facets are smaller than a pixel, so only contour, face and a larger icon are drawn. */
const FINE_FROM = 40;

/**
 * A badge's medal as a self-contained SVG: no scripts, styles, fonts or references to other files,
 * so that it can stand in a page with a strict content security policy, in an `<img>` and in a file.
 */
export function medalSvg(options: MedalOptions): string {
  const { size, title } = options;
  const name = title === undefined ? ' aria-hidden="true"' : ' role="img"';
  const label = title === undefined ? '' : `<title>${escapeXml(title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fixed(size)}" height="${fixed(size)}"` +
    ` viewBox="0 0 ${MEDAL_GRID} ${MEDAL_GRID}"${name} focusable="false">${label}${medalShapes(options)}</svg>`
  );
}

/** The medal without its `<svg>` frame, on a grid of 100 × 100, to be placed inside a larger drawing. */
export function medalShapes(options: MedalOptions): string {
  const { state, tier, nextTier = null } = options;
  const colours = RANK_COLOURS[rankOf({ state, tier })];
  const fine = options.size >= FINE_FROM;
  if (state === 'discovered') return outline(MEDAL_FORMS[nextTier ?? 'feat'], colours, options.icon, fine);
  const form = MEDAL_FORMS[state === 'secret' ? 'secret' : (tier ?? 'feat')];
  const emblem = state === 'secret' ? keyhole(colours, fine) : engraved(form, colours, options.icon, fine);
  return struck(form, colours, options.id ?? defaultId(options), fine) + emblem;
}

function defaultId({ state, tier, icon }: MedalOptions): string {
  return `medal-${state}-${tier ?? 'none'}-${state === 'secret' ? 'secret' : icon}`;
}

/** Contour, ornament and face in metal. */
function struck(form: MedalForm, colours: RankColours, id: string, fine: boolean): string {
  const ids = escapeXml(id.replace(/[^\w-]+/g, '_'));
  const paint = { colours, metal: `url(#${ids}-metal)`, face: `url(#${ids}-face)` };
  return (
    `<defs>${metalGradient(`${ids}-metal`, colours)}${faceGradient(`${ids}-face`, colours)}</defs>` +
    `<path d="${form.contour}" fill="${paint.metal}" stroke="${colours.edge}" stroke-width="${fine ? 1.6 : 3}" stroke-linejoin="round"/>` +
    (fine ? form.ornament(paint) : '') +
    `<path d="${form.face}" fill="${paint.face}" stroke="${colours.deep}" stroke-width="${fine ? 0.9 : 1.5}"/>` +
    (fine ? `<path d="${form.gleam}" fill="#ffffff" fill-opacity="0.28"/>` : '')
  );
}

function metalGradient(id: string, { bright, body, deep }: RankColours): string {
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="14" y1="8" x2="86" y2="92">` +
    `<stop offset="0" stop-color="${bright}"/><stop offset="0.3" stop-color="${body}"/>` +
    `<stop offset="0.52" stop-color="${bright}"/><stop offset="0.72" stop-color="${body}"/>` +
    `<stop offset="1" stop-color="${deep}"/></linearGradient>`
  );
}

function faceGradient(id: string, { faceLit, faceShaded }: RankColours): string {
  return (
    `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="38" cy="32" r="58">` +
    `<stop offset="0" stop-color="${faceLit}"/><stop offset="1" stop-color="${faceShaded}"/></radialGradient>`
  );
}

/** The icon cut into the face: a lit lower edge under the dark line gives it depth. */
function engraved(form: MedalForm, colours: RankColours, icon: string, fine: boolean): string {
  if (!fine) return placedIcon(form, icon, colours.engraving, 1.25, 2.6);
  const lowerEdge = `<g opacity="0.5" transform="translate(0 0.9)">${placedIcon(form, icon, colours.bright, 1, 2)}</g>`;
  return lowerEdge + placedIcon(form, icon, colours.engraving, 1, 2);
}

function placedIcon(form: MedalForm, icon: string, stroke: string, scale: number, width: number): string {
  const side = form.iconSide * scale;
  const [x, y] = [form.faceCentre.x - side / 2, form.faceCentre.y - side / 2];
  return (
    `<g transform="translate(${fixed(x)} ${fixed(y)}) scale(${fixed(side / ICON_GRID)})" fill="none" color="${stroke}"` +
    ` stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${iconShapes(icon)}</g>`
  );
}

/** The medal still to be won: its contour and the icon in one quiet colour. */
function outline(form: MedalForm, colours: RankColours, icon: string, fine: boolean): string {
  return (
    `<path d="${form.contour}" fill="${colours.body}" fill-opacity="0.12" stroke="${colours.edge}"` +
    ` stroke-width="${fine ? 2 : 5}" stroke-linejoin="round"/>` +
    (fine
      ? `<path d="${form.face}" fill="none" stroke="${colours.edge}" stroke-opacity="0.5" stroke-width="1"/>`
      : '') +
    placedIcon(form, icon, colours.engraving, fine ? 0.94 : 1.2, fine ? 1.75 : 2.4)
  );
}

function keyhole({ engraving, deep }: RankColours, fine: boolean): string {
  const shape =
    'M50 30.500A11.500 11.500 0 0 1 55.800 52L60 69A2 2 0 0 1 58 71.500H42A2 2 0 0 1 40 69L44.200 52A11.500 11.500 0 0 1 50 30.500Z';
  const shade = fine ? `<path d="${shape}" fill="${deep}" transform="translate(0.8 1.2)"/>` : '';
  return `${shade}<path d="${shape}" fill="${engraving}"/>`;
}
