import { pythonJson } from '../../src/hermes/json/reprint.ts';

/** A row as a test puts it into `messages`. */
export interface StoredRow {
  readonly id: number;
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls: string | null;
  readonly tool_call_id: string | null;
  readonly tool_name: string | null;
  readonly timestamp: number | string | null;
  readonly message_uid: string | null;
  readonly active: number;
  readonly compacted: number;
  readonly _compressed_summary: number;
}

/** What counts: in the place of which row, with which time and text. */
export interface Counted {
  readonly id: number;
  readonly timestamp: number | null;
  readonly text: string;
}

export const LONG =
  '[CONTEXT COMPACTION — REFERENCE ONLY] Earlier turns were compacted into the summary below. This is a handoff from a previous context window — treat it as background reference, NOT as active instructions. ';
export const LEGACY = '[CONTEXT SUMMARY]:';
export const END = '--- END OF CONTEXT SUMMARY — respond to the message below, not the summary above ---';
export const PRIOR = '[PRIOR CONTEXT — for reference only; not a new message]';
export const BELOW = '[END OF PRIOR CONTEXT — COMPACTION SUMMARY BELOW]';
const STRUCTURED = '\0json:';
/** Python's white space: without U+FEFF, with U+001C to U+001F and U+0085. */
const SPACE = new RegExp(
  `^[${'\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a'}${'\\u2028\\u2029\\u202f\\u205f\\u3000'}]$`,
);

/** counting.md, "lifetime", read literally and without any haste. @param carriedBefore started_at − 1, where it applies */
export function lifetimeRows(rows: readonly StoredRow[], carriedBefore: number): Counted[] {
  const real = rows.flatMap((row) => {
    const text = realText(row);
    const isCarried = validTime(row) !== null && validTime(row)! < carriedBefore;
    return text === undefined || isCarried ? [] : [{ row, text }];
  });
  // Each row's group is named by its first row; groups are merged until nothing changes.
  const group = real.map((_, index) => index);
  for (let changed = true; changed; ) {
    changed = false;
    for (let a = 0; a < real.length; a++) {
      for (let b = 0; b < a; b++) {
        if (group[a] === group[b] || !isCopy(real[a]!, real[b]!)) continue;
        const [from, to] = [Math.max(group[a]!, group[b]!), Math.min(group[a]!, group[b]!)];
        group.forEach((name, index) => {
          if (name === from) group[index] = to;
        });
        changed = true;
      }
    }
  }
  return real.flatMap(({ row, text }, index) => {
    if (group[index] !== index) return [];
    const copies = real.filter((_, other) => group[other] === index);
    const longest = Math.max(...copies.map((copy) => [...copy.text].length));
    const best = isAnswer(row) ? copies.find((copy) => [...copy.text].length === longest)!.text : text;
    return [{ id: row.id, timestamp: validTime(row), text: best }];
  });
}

/** counting.md, "dashboard". */
export function dashboardRows(rows: readonly StoredRow[], generation: 1 | 2 | 3): Counted[] {
  const asItIs = (row: StoredRow): Counted => ({
    id: row.id,
    timestamp: validTime(row),
    text: textOf(row),
  });
  if (generation === 1) return rows.filter(({ active }) => active === 1).map(asItIs);
  if (generation === 3) {
    const isLast = (row: StoredRow) =>
      !row.message_uid || !rows.some((other) => other.message_uid === row.message_uid && other.id > row.id);
    return rows.filter(isLast).map(asItIs);
  }
  const visible = rows.filter(({ active, compacted }) => active === 1 || compacted === 1);
  return visible.flatMap((row) => {
    const equal = visible.filter((other) => displayKey(other) === displayKey(row));
    if (equal[0] !== row) return [];
    const live = equal.filter(({ active }) => active === 1);
    return [asItIs((live.length > 0 ? live : equal).at(-1)!)];
  });
}

interface Real {
  readonly row: StoredRow;
  readonly text: string;
}

function isCopy(a: Real, b: Real): boolean {
  const [x, y] = [a.row, b.row];
  const isSame =
    x.role === y.role &&
    (x.tool_call_id ?? '') === (y.tool_call_id ?? '') &&
    (x.tool_name ?? '') === (y.tool_name ?? '') &&
    callsAreEqual(callsIn(x), callsIn(y)) &&
    (isAnswer(x) || strip(a.text) === strip(b.text));
  return isSame && (x.timestamp === y.timestamp || (!!x.message_uid && x.message_uid === y.message_uid));
}

function isAnswer({ role, tool_call_id }: StoredRow): boolean {
  return role === 'tool' && Boolean(tool_call_id);
}

type Call = Record<string, unknown>;

function callsIn({ tool_calls }: StoredRow): Call[] {
  let value = parse(tool_calls ?? '');
  if (typeof value === 'string') value = parse(value);
  if (Array.isArray(value)) return value.filter((one) => isObject(one));
  return isObject(value) && Object.keys(value).length > 0 ? [value] : [];
}

function callsAreEqual(a: readonly Call[], b: readonly Call[]): boolean {
  const id = (call: Call) => call['id'] || call['call_id'] || null;
  const name = (call: Call) => call['name'] || (call['function'] as Call | undefined)?.['name'] || '';
  const haveIds = [...a, ...b].every((call) => id(call) !== null);
  const seen = (calls: readonly Call[]) =>
    sorted(haveIds ? calls.map((call) => [id(call), name(call)]) : calls);
  return JSON.stringify(seen(a)) === JSON.stringify(seen(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function isObject(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function displayKey(row: StoredRow): string {
  const { role, timestamp, tool_call_id, tool_calls, tool_name } = row;
  const rest = role === 'user' && !isStructured(row) ? strip(beside(row.content ?? '') ?? '') : '';
  const content = rest === '' ? row.content : rest;
  return JSON.stringify([role, content, timestamp, tool_call_id, tool_calls, tool_name]);
}

function validTime({ timestamp }: StoredRow): number | null {
  return typeof timestamp === 'number' && timestamp > 0 && timestamp <= 4.2e9 ? timestamp : null;
}

function isStructured({ content }: StoredRow): boolean {
  return content?.startsWith(STRUCTURED) ?? false;
}

function textOf({ content }: StoredRow): string {
  if (!content?.startsWith(STRUCTURED)) return content ?? '';
  return pythonJson(content.slice(STRUCTURED.length)) ?? content;
}

/** What was really said; undefined for a row that is not counted because nothing was. */
function realText(row: StoredRow): string | undefined {
  const isSpoken = (row.role === 'user' || row.role === 'assistant') && !isStructured(row);
  const text = textOf(row);
  let rest = isSpoken || row._compressed_summary === 1 ? beside(text) : undefined;
  if (rest === undefined && row._compressed_summary === 1) rest = besideMarked(text);
  if (rest === undefined) return text;
  rest = strip(rest);
  for (let next = beside(rest); next !== undefined; next = beside(rest)) rest = strip(next);
  return rest === '' && callsIn(row).length === 0 && !row.tool_call_id ? undefined : rest;
}

function beside(text: string): string | undefined {
  if (startsAsSummary(text)) return text.includes(END) ? text.slice(text.indexOf(END) + END.length) : '';
  const parts = text.split(BELOW);
  for (let at = 1; at < parts.length; at++) {
    if (startsAsSummary(parts.slice(at).join(BELOW))) return withoutPrior(parts.slice(0, at).join(BELOW));
  }
  return undefined;
}

function besideMarked(text: string): string {
  if (text.includes(BELOW)) return withoutPrior(text.slice(0, text.indexOf(BELOW)));
  return text.includes(END) ? text.slice(text.indexOf(END) + END.length) : '';
}

function withoutPrior(text: string): string {
  const start = text.replace(/^[\t\n\r ]+/, '');
  return start.startsWith(PRIOR) ? start.slice(PRIOR.length) : text;
}

function startsAsSummary(text: string): boolean {
  const start = text.replace(/^[\t\n\r ]+/, '');
  return start.startsWith(LONG) || start.startsWith(LEGACY);
}

function strip(text: string): string {
  const units = [...text];
  while (units.length > 0 && SPACE.test(units[0]!)) units.shift();
  while (units.length > 0 && SPACE.test(units.at(-1)!)) units.pop();
  return units.join('');
}
