import type { Random } from '../random.ts';

const NOUNS =
  `order invoice ticket parcel route sensor reading recipe shelf booking playlist tile ledger batch
worker queue event account member schedule forecast station report label digest feed snapshot window buffer cursor
page record chart price stock basket coupon address customer shipment warehouse refund payment receipt vehicle
driver stop trip river gauge alert threshold region tenant album track sample voice lesson exercise answer score
level garden plant season bed layer stroke shape canvas grid column row header footer menu panel toolbar filter
range limit offset interval timeout retry channel message thread reply reader writer parser lexer node edge graph
path folder document chapter index term query result match candidate job task stage step phase run artifact bundle
upload download stream chunk frame packet header socket session lock lease cache token model style`.split(
    /\s+/,
  );

const VERBS =
  `load save parse render fetch build merge split sort filter group collect resolve update insert remove
apply check validate format encode decode read write open close flush send receive publish schedule retry
cancel compute count measure sample draw map fold join match find select pick drop copy move rename import export
convert normalize trim pad wrap attach detach register watch notify refresh sync`.split(/\s+/);

const ADJECTIVES =
  `pending active stale empty valid partial total daily weekly recent cached local remote shared
open closed primary visible hidden raw final next last first current`.split(/\s+/);

const TYPES = [
  'string',
  'number',
  'boolean',
  'Date',
  'string[]',
  'number[]',
  'Map<string, number>',
  'unknown',
];

export const noun = (random: Random): string => random.pick(NOUNS);
export const verb = (random: Random): string => random.pick(VERBS);
export const adjective = (random: Random): string => random.pick(ADJECTIVES);
export const typeName = (random: Random): string => random.pick(TYPES);

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `parseInvoice` */
export const camel = (random: Random): string => verb(random) + capital(noun(random));

/** `PendingInvoice` */
export const pascal = (random: Random): string => capital(adjective(random)) + capital(noun(random));

/** `parse_invoice` */
export const snake = (random: Random): string => `${verb(random)}_${noun(random)}`;

/** `pending-invoice` */
export const kebab = (random: Random): string => `${adjective(random)}-${noun(random)}`;

const EXTENSIONS = [
  ['ts', 24],
  ['py', 22],
  ['tsx', 9],
  ['md', 8],
  ['json', 6],
  ['css', 4],
  ['yaml', 3],
  ['rs', 8],
  ['go', 6],
  ['sh', 2],
  ['sql', 3],
  ['html', 2],
] as const;

/** A path inside some project, such as `src/order/parse_invoice.ts`. */
export function sourcePath(random: Random, extension: string = random.weighted(EXTENSIONS)): string {
  const root = random.pick(['src', 'src', 'lib', 'app', 'tests', 'packages/core', 'internal']);
  const separator = extension === 'py' || extension === 'rs' || extension === 'sql' ? '_' : '-';
  return `${root}/${noun(random)}/${verb(random)}${separator}${noun(random)}.${extension}`;
}

/** `2026-03-04 05:06:07` of one day or another; for the insides of logs, whose date nobody relies on. */
export function stamp(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `2026-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
  return `${day} ${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
}

/** Calls `line` for each of `least` to `most` lines and joins them, each with its line feed. */
export function lines(
  random: Random,
  least: number,
  most: number,
  line: (random: Random, index: number) => string,
): string {
  const count = random.int(least, most);
  let text = '';
  for (let i = 0; i < count; i++) text += `${line(random, i)}\n`;
  return text;
}
