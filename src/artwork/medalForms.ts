import type { TierName } from '../badges/achievement.ts';
import { mixColours } from './colour.ts';
import {
  circle,
  fixed,
  gleam,
  laurelLeaf,
  type Point,
  polar,
  polygon,
  regularPolygon,
  scalloped,
  star,
  sunRay,
  unevenDisc,
} from './svgPath.ts';
import type { RankColours } from './tierColours.ts';

/** Medals are drawn on a square of this side. */
export const MEDAL_GRID = 100;

const CENTRE: Point = { x: 50, y: 50 };

/** What a form draws with: the rank's colours, and the gradients made of them. */
interface MedalPaint {
  colours: RankColours;
  /** Fill references to the gradients of the metal and of the face. */
  metal: string;
  face: string;
}

/** The shape of one rank, told from every other by its contour alone. */
export interface MedalForm {
  /** Path data of the silhouette. */
  contour: string;
  /** Path data of the field that carries the icon. */
  face: string;
  faceCentre: Point;
  /** Side of the square that the icon fills. */
  iconSide: number;
  /** Light on the face, drawn above it; path data. */
  gleam: string;
  /** What lies between contour and face; left out where the medal is too small to show it. */
  ornament: (paint: MedalPaint) => string;
}

const dot = (at: Point, radius: number, fill: string): string =>
  `<circle cx="${fixed(at.x)}" cy="${fixed(at.y)}" r="${fixed(radius)}" fill="${fill}"/>`;

const ring = (radius: number, stroke: string, width: number): string =>
  `<circle cx="50" cy="50" r="${fixed(radius)}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

/** A ring of round beads, the first at twelve o'clock: a dashed line whose dashes are nothing but their round ends. */
const beads = (count: number, radius: number, size: number, fill: string): string =>
  `<circle cx="50" cy="50" r="${fixed(radius)}" fill="none" stroke="${fill}" stroke-width="${fixed(size * 2)}"` +
  ` stroke-linecap="round" pathLength="${count}" stroke-dasharray="0 1"/>`;

const filled = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

const outlined = (path: string, fill: string, stroke: string): string =>
  `<path d="${path}" fill="${fill}" stroke="${stroke}" stroke-width="0.8"/>`;

const around = <T>(count: number, draw: (degrees: number) => T, turn = 0): T[] =>
  Array.from({ length: count }, (_, index) => draw(turn + (index * 360) / count));

/** A struck coin: round, with a beaded rim. */
const coin: MedalForm = {
  contour: circle(CENTRE, 46),
  face: circle(CENTRE, 36),
  faceCentre: CENTRE,
  iconSide: 48,
  gleam: gleam(CENTRE, 33.4, 4),
  ornament: ({ colours }) =>
    ring(44, colours.bright, 0.8) + beads(44, 40.6, 1.5, colours.deep) + beads(44, 40.3, 1.1, colours.bright),
};

/** A rosette of twelve scallops. */
const rosette: MedalForm = {
  contour: scalloped(CENTRE, 12, 42),
  face: circle(CENTRE, 33),
  faceCentre: CENTRE,
  iconSide: 45,
  gleam: gleam(CENTRE, 30.6, 3.6),
  ornament: ({ colours, metal }) =>
    beads(12, 42.2, 2.3, colours.deep) +
    beads(12, 41.8, 1.7, colours.bright) +
    filled(circle(CENTRE, 37.4), colours.deep) +
    filled(circle(CENTRE, 36.6), metal),
};

const FOLDS = around(16, (degrees) =>
  polygon([polar(CENTRE, 48.2, degrees), polar(CENTRE, 38.2, degrees + 11.25), polar(CENTRE, 30, degrees)]),
).join('');

/** A burst of sixteen rays, each folded along its middle. */
const starburst: MedalForm = {
  contour: star(CENTRE, 16, 49, 38.5),
  face: circle(CENTRE, 31),
  faceCentre: CENTRE,
  iconSide: 42,
  gleam: gleam(CENTRE, 28.8, 3.4),
  ornament: ({ colours, metal }) =>
    `<path d="${FOLDS}" fill="${colours.deep}" fill-opacity="0.55"/>` +
    filled(circle(CENTRE, 35.6), colours.deep) +
    filled(circle(CENTRE, 34.8), metal) +
    ring(32.6, colours.bright, 0.7),
};

const GEM_GIRDLE = regularPolygon(CENTRE, 6, 48);
const GEM_TABLE = regularPolygon(CENTRE, 6, 35, 30);

/** Light comes from the upper left; the facet turned towards it is the brightest. */
function facetColour(colours: RankColours, degrees: number): string {
  const light = (Math.cos(((degrees + 45) * Math.PI) / 180) + 1) / 2;
  return light > 0.5
    ? mixColours(colours.body, colours.bright, light * 2 - 1)
    : mixColours(colours.deep, colours.body, light * 2);
}

const facet = (corners: readonly Point[], fill: string, ridge: string): string =>
  `<path d="${polygon(corners)}" fill="${fill}" stroke="${ridge}" stroke-opacity="0.65" stroke-width="0.6" stroke-linejoin="round"/>`;

/** A brilliant seen from above: six points, twelve facets around the table. */
const gem: MedalForm = {
  contour: polygon(GEM_GIRDLE),
  face: polygon(GEM_TABLE),
  faceCentre: CENTRE,
  iconSide: 41,
  gleam: polygon([GEM_TABLE[4]!, GEM_TABLE[5]!, polar(CENTRE, 30.3, 0), polar(CENTRE, 30.3, 300)]),
  ornament: ({ colours }) =>
    GEM_GIRDLE.flatMap((corner, index) => {
      const [before, after] = [GEM_TABLE[(index + 5) % 6]!, GEM_TABLE[index]!];
      const next = GEM_GIRDLE[(index + 1) % 6]!;
      return [
        facet([corner, before, after], facetColour(colours, index * 60 - 26), colours.bright),
        facet([after, corner, next], facetColour(colours, index * 60 + 50), colours.bright),
      ];
    }).join(''),
};

const SIDES = [1, -1] as const;
const LEAVES = SIDES.flatMap((side) =>
  [168, 143, 118, 93, 68, 46].map((along, index) =>
    laurelLeaf(CENTRE, 33.5, side * along, side, {
      length: 18.5 - index * 0.6,
      width: 8.2 - index * 0.3,
      lean: 27,
    }),
  ),
);
const CROWN = [-20, -10, 0, 10, 20].map((degrees) =>
  sunRay(CENTRE, 32.5, 49 - Math.abs(degrees) * 0.4, degrees, 4.4),
);

/** A disc in a laurel wreath, open above to a crown of rays. */
const wreath: MedalForm = {
  contour: [...LEAVES, ...CROWN, circle(CENTRE, 31)].join(''),
  face: circle(CENTRE, 28),
  faceCentre: CENTRE,
  iconSide: 38,
  gleam: gleam(CENTRE, 26, 3.2),
  ornament: ({ colours, metal }) =>
    CROWN.map((ray) => outlined(ray, colours.body, colours.deep)).join('') +
    LEAVES.map((leaf) => outlined(leaf, metal, colours.deep)).join('') +
    filled(circle(CENTRE, 31.2), colours.deep) +
    filled(circle(CENTRE, 30.6), metal),
};

const SHIELD = 'M50 3C60 10 74 13 88 12C90 46 82 76 50 97C18 76 10 46 12 12C26 13 40 10 50 3Z';
const SHIELD_FACE =
  'M50 12C59 17.500 69.500 20 80 19.800C80.500 46 74 70 50 87C26 70 19.500 46 20 19.800C30.500 20 41 17.500 50 12Z';

/** A shield, for a feat that has no tiers. */
const shield: MedalForm = {
  contour: SHIELD,
  face: SHIELD_FACE,
  faceCentre: { x: 50, y: 46.5 },
  iconSide: 44,
  gleam: 'M50 14.5C42.500 19 33 21.500 22.600 22C22.500 30 23 37 24.500 43C26 33 36 25 50 22Z',
  ornament: ({ colours }) =>
    [
      { x: 17, y: 17 },
      { x: 83, y: 17 },
      { x: 50, y: 91 },
    ]
      .map(
        (rivet) =>
          dot(rivet, 1.7, colours.deep) + dot({ x: rivet.x - 0.3, y: rivet.y - 0.3 }, 1.1, colours.bright),
      )
      .join(''),
};

/** How far the wax has run out under the signet, all around. */
const WAX = [47, 42, 44, 48, 43, 41, 46.5, 42, 48, 44, 41, 47, 43, 45, 41.5];

/** A wax seal, for what is still secret. */
const seal: MedalForm = {
  contour: unevenDisc(CENTRE, WAX),
  face: circle(CENTRE, 31),
  faceCentre: CENTRE,
  iconSide: 40,
  gleam: gleam(CENTRE, 28.6, 3.2),
  ornament: ({ colours }) => ring(34.5, colours.deep, 2.2) + ring(35.6, colours.bright, 0.8),
};

export const MEDAL_FORMS: Readonly<Record<TierName | 'feat' | 'secret', MedalForm>> = {
  Copper: coin,
  Silver: rosette,
  Gold: starburst,
  Diamond: gem,
  Olympian: wreath,
  feat: shield,
  secret: seal,
};
