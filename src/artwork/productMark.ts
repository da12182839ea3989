import { fixed, star } from './svgPath.ts';

/** The product's sign is drawn on a square of this side. */
export const MARK_GRID = 256;

export const PRODUCT_NAME = 'Hermes Achievements';

const COIN = { x: 128, y: 124 };

/** One wing, to the right of the coin: three feathers, the longest on top. */
const FEATHERS = [
  'M166 92C190 84 214 72 242 44C246 82 222 112 172 120Z',
  'M172 116C194 113 212 106 230 92C230 122 208 142 170 142Z',
  'M168 138C186 139 199 136 212 127C209 149 190 162 158 160Z',
];

/** Two serpents that cross under the coin, as on the messenger's staff. */
const SERPENTS = [
  'M102 166C98 186 158 188 156 208C154 220 134 220 128 234',
  'M154 166C158 186 98 188 100 208C102 220 122 220 128 234',
];

/** A winged medal on the messenger's staff, without its frame. `id` sets the gradient apart from others on a page. */
export function markShapes(id: string): string {
  const wing = FEATHERS.map((feather) => `<path d="${feather}"/>`).join('');
  const serpents = SERPENTS.map((serpent) => `<path d="${serpent}"/>`).join('');
  return (
    `<defs><linearGradient id="${id}-gold" gradientUnits="userSpaceOnUse" x1="80" y1="70" x2="176" y2="180">` +
    '<stop offset="0" stop-color="#fff0ad"/><stop offset="0.45" stop-color="#f5c53a"/><stop offset="1" stop-color="#b97a0b"/>' +
    '</linearGradient></defs>' +
    '<path d="M128 30V238" stroke="#f5c53a" stroke-width="9" stroke-linecap="round"/>' +
    '<circle cx="128" cy="30" r="13" fill="#f5c53a"/>' +
    `<g fill="none" stroke-linecap="round"><g stroke="#1d1b3a" stroke-width="16">${serpents}</g>` +
    `<g stroke="#7fe0c3" stroke-width="9">${serpents}</g></g>` +
    `<g fill="#ffffff" stroke="#1d1b3a" stroke-width="5" stroke-linejoin="round">${wing}` +
    `<g transform="translate(${MARK_GRID} 0) scale(-1 1)">${wing}</g></g>` +
    `<circle cx="${COIN.x}" cy="${COIN.y}" r="56" fill="url(#${id}-gold)" stroke="#1d1b3a" stroke-width="6"/>` +
    `<circle cx="${COIN.x}" cy="${COIN.y}" r="44" fill="none" stroke="#8a5a00" stroke-width="4"/>` +
    `<path d="${star(COIN, 5, 33, 14.5)}" fill="#5a3700" stroke="#5a3700" stroke-width="5" stroke-linejoin="round"/>`
  );
}

/** The product's icon as a file of its own: the sign on a night-blue tile. */
export function productIconSvg(size: number = MARK_GRID): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fixed(size)}" height="${fixed(size)}" viewBox="0 0 256 256">` +
    '<defs><radialGradient id="night" cx="0.5" cy="0.42" r="0.75"><stop offset="0" stop-color="#4b3fa3"/>' +
    '<stop offset="1" stop-color="#1b1838"/></radialGradient></defs>' +
    `<rect width="256" height="256" rx="52" fill="url(#night)"/>${markShapes('mark')}</svg>\n`
  );
}
