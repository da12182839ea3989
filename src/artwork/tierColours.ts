import type { TierName } from '../badges/achievement.ts';

/**
 * What a medal can be made of: the five tiers, and what has no tier: an unlocked multi-condition badge (`feat`),
 * a badge that is still locked, and a secret one.
 */
export type MedalRank = TierName | 'feat' | 'locked' | 'secret';

/**
 * The colours of one rank, as `#rrggbb`. Text holds at least 4.5:1 and `edge` at least 3:1 (WCAG AA) against the
 * editor backgrounds of the default dark, light and high-contrast themes; `engraving` holds at least 3:1 against
 * every shade of the face it is cut into.
 */
export interface RankColours {
  /** For text and small graphics on a dark background. */
  textOnDark: string;
  /** For text and small graphics on a light background. */
  textOnLight: string;
  /** The medal's contour, told from a dark and from a light background alike. */
  edge: string;
  /** The metal: where light falls, the body, and where shade lies. */
  bright: string;
  body: string;
  deep: string;
  /** The face that the icon is cut into, from its lit to its shaded side. */
  faceLit: string;
  faceShaded: string;
  /** The icon. */
  engraving: string;
}

export const RANK_COLOURS: Readonly<Record<MedalRank, RankColours>> = {
  Copper: {
    textOnDark: '#e59a68',
    textOnLight: '#944a1c',
    edge: '#a8592b',
    bright: '#ffc9a0',
    body: '#cf7a44',
    deep: '#7d3a17',
    faceLit: '#f0a878',
    faceShaded: '#d0824f',
    engraving: '#4a1f0a',
  },
  Silver: {
    textOnDark: '#c3ccd6',
    textOnLight: '#56616d',
    edge: '#74808d',
    bright: '#ffffff',
    body: '#aab5c1',
    deep: '#566270',
    faceLit: '#eef2f6',
    faceShaded: '#b9c3ce',
    engraving: '#2b3643',
  },
  Gold: {
    textOnDark: '#f2c744',
    textOnLight: '#7d5a00',
    edge: '#a87400',
    bright: '#fff3b0',
    body: '#eab308',
    deep: '#8a5a00',
    faceLit: '#ffe27a',
    faceShaded: '#efb92a',
    engraving: '#5a3700',
  },
  Diamond: {
    textOnDark: '#6fd6f5',
    textOnLight: '#046a8c',
    edge: '#1287ad',
    bright: '#e9fbff',
    body: '#5fcdf0',
    deep: '#0b6a90',
    faceLit: '#d5f5ff',
    faceShaded: '#8bdcf7',
    engraving: '#07435d',
  },
  Olympian: {
    textOnDark: '#c4a6ff',
    textOnLight: '#6a35c9',
    edge: '#8a5be0',
    bright: '#fff0b8',
    body: '#e6b422',
    deep: '#8f5f05',
    faceLit: '#6d3fd0',
    faceShaded: '#3d1a8f',
    engraving: '#ffe9a3',
  },
  feat: {
    textOnDark: '#5fd3a0',
    textOnLight: '#0b6b48',
    edge: '#188a60',
    bright: '#fff0c2',
    body: '#d9b25a',
    deep: '#7f5c17',
    faceLit: '#15805a',
    faceShaded: '#07553a',
    engraving: '#fff3cf',
  },
  locked: {
    textOnDark: '#a8adb4',
    textOnLight: '#5f656d',
    edge: '#7f848b',
    bright: '#9aa0a8',
    body: '#7f848b',
    deep: '#5f656d',
    faceLit: '#7f848b',
    faceShaded: '#7f848b',
    engraving: '#7f848b',
  },
  secret: {
    textOnDark: '#f0a0ac',
    textOnLight: '#9a2c42',
    edge: '#b04a5c',
    bright: '#e58796',
    body: '#a83a50',
    deep: '#64162a',
    faceLit: '#b4475c',
    faceShaded: '#8c2a40',
    engraving: '#ffd9c9',
  },
};

/** The rank whose colours stand for a badge in words and bars: its tier, or what it is without one. */
export function rankOf(badge: {
  state: 'unlocked' | 'discovered' | 'secret';
  tier: TierName | null;
}): MedalRank {
  if (badge.state === 'secret') return 'secret';
  if (badge.state === 'discovered') return 'locked';
  return badge.tier ?? 'feat';
}
