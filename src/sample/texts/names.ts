import type { Random } from '../random.ts';

/** All of them take a plain s in the plural. */
const NOUNS =
  `order invoice ticket parcel route sensor reading recipe booking playlist tile ledger worker queue event
account member schedule forecast station report label digest feed snapshot window buffer cursor page
record chart price stock basket coupon customer shipment warehouse refund payment receipt vehicle driver
stop trip river gauge alert threshold region tenant album track sample voice lesson exercise answer score
level garden plant season bed layer stroke shape grid column row header footer menu panel toolbar filter
range limit offset interval timeout channel message thread reply reader writer parser lexer node edge
graph path folder document chapter term result candidate job task stage step phase run artifact bundle
upload download stream chunk frame packet header socket session lock lease`.split(/\s+/);

/** Words of an agent's own trade, which turn up in ordinary work too, only less often. */
const TRADE_NOUNS = ['token', 'cache', 'model', 'style', 'provider', 'auth', 'gateway', 'skill', 'visual'];
const TRADE_SHARE = 0.006;

const VERBS =
  `load save parse render fetch build merge split sort filter group collect resolve update insert remove
apply check validate format encode decode read write open close flush send receive publish schedule retry
cancel compute count measure sample draw map fold join match find select pick drop copy move rename import export
convert normalize trim pad wrap attach detach register watch notify refresh sync`.split(/\s+/);

const ADJECTIVES = `pending active stale empty valid partial total daily weekly recent local remote shared
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

export const noun = (random: Random): string => random.pick(random.chance(TRADE_SHARE) ? TRADE_NOUNS : NOUNS);
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
  ['yaml', 1],
  ['rs', 8],
  ['go', 6],
  ['sh', 2],
  ['sql', 3],
  ['html', 2],
] as const;

/** Files that nearly every project has at its root. */
const ROOT_FILES = [
  'package.json',
  'pyproject.toml',
  'tsconfig.json',
  'settings.json',
  'README.md',
  'config.yaml',
];
const ROOT_FILE_SHARE = 0.012;

/** A path inside some project, such as `src/order/parse-invoice.ts`. */
export function sourcePath(random: Random, extension?: string): string {
  if (extension === undefined && random.chance(ROOT_FILE_SHARE)) return random.pick(ROOT_FILES);
  const ending = extension ?? random.weighted(EXTENSIONS);
  const root = random.pick(['src', 'src', 'lib', 'app', 'tests', 'packages/core', 'internal']);
  const separator = ending === 'py' || ending === 'rs' || ending === 'sql' ? '_' : '-';
  return `${root}/${noun(random)}/${verb(random)}${separator}${noun(random)}.${ending}`;
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
