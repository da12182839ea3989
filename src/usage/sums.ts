import type { Amounts } from '../hermes/usage/use.ts';
import { COUNTERS, plusCost, totalOf } from './amounts.ts';
import type { CostKind } from './costKind.ts';

/** What things cost together. Null: there are no such dollars; 0: it is known that it was nothing. */
interface CostSums {
  readonly actual: number | null;
  readonly estimated: number | null;
  /** Sessions with tokens that a subscription pays. */
  readonly included_sessions: number;
  /** Sessions with tokens that Hermes knows no price of, and how many tokens those are. */
  readonly unpriced_sessions: number;
  readonly unpriced_tokens: number;
}

/** The figures that are counted, in the order in which they are shown. */
export const USAGE_FIGURES = [
  'sessions',
  'api_calls',
  'input',
  'output',
  'cache_read',
  'cache_write',
  'reasoning',
  'total',
] as const satisfies readonly (keyof UsageFigures)[];

/** The figures of a row, or of all rows together. `total` is all tokens; `reasoning` is a part of `output`. */
export interface UsageFigures {
  readonly sessions: number;
  readonly api_calls: number;
  readonly input: number;
  readonly output: number;
  readonly cache_read: number;
  readonly cache_write: number;
  readonly reasoning: number;
  readonly total: number;
  readonly cost: CostSums;
}

/** Dollars are told to a millionth. */
const DECIMALS = 6;

/** Adds up what sessions used, session after session, and counts each once. */
export class Sums {
  readonly #counters = { input: 0, output: 0, cache_read: 0, cache_write: 0, api_calls: 0, reasoning: 0 };
  readonly #dollars: { actual: number | null; estimated: number | null } = { actual: null, estimated: null };
  readonly #sessions = new Counted();
  readonly #included = new Counted();
  readonly #unpriced = new Counted();
  #unpricedTokens = 0;

  /** @param session the number of a session, other than that of any session before */
  addSession(session: number): void {
    this.#sessions.count(session);
  }

  /** @param whole everything that there is of the unit that this is a part of: it tells what its cost is worth */
  add(session: number, kind: CostKind, amounts: Amounts, whole: Amounts): void {
    this.#sessions.count(session);
    for (const counter of COUNTERS) this.#counters[counter] += amounts[counter];
    if (kind === 'actual' || kind === 'estimated') {
      this.#addDollars(kind, amounts[kind], whole[kind]);
      return;
    }
    const tokens = totalOf(amounts);
    if (tokens === 0) return;
    if (kind === 'included') this.#included.count(session);
    if (kind !== 'unpriced') return;
    this.#unpriced.count(session);
    this.#unpricedTokens += tokens;
  }

  get total(): number {
    const { input, output, cache_read, cache_write } = this.#counters;
    return input + output + cache_read + cache_write;
  }

  figures(): UsageFigures {
    const { input, output, cache_read, cache_write, api_calls, reasoning } = this.#counters;
    return {
      sessions: this.#sessions.number,
      api_calls,
      input,
      output,
      cache_read,
      cache_write,
      reasoning,
      total: this.total,
      cost: {
        actual: rounded(this.#dollars.actual),
        estimated: rounded(this.#dollars.estimated),
        included_sessions: this.#included.number,
        unpriced_sessions: this.#unpriced.number,
        unpriced_tokens: this.#unpricedTokens,
      },
    };
  }

  /** Of what costs something, a day without dollars is not known to have cost nothing. */
  #addDollars(kind: 'actual' | 'estimated', dollars: number | null, whole: number | null): void {
    const isNothing = (dollars ?? 0) === 0;
    if (isNothing && whole !== 0) return;
    this.#dollars[kind] = plusCost(this.#dollars[kind], dollars ?? 0);
  }
}

/** Counts sessions that come one after another. */
class Counted {
  number = 0;
  #last: number | undefined;

  count(session: number): void {
    if (session !== this.#last) this.number++;
    this.#last = session;
  }
}

function rounded(dollars: number | null): number | null {
  return dollars === null ? null : Number(dollars.toFixed(DECIMALS));
}
