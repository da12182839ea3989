import type { SessionCells, Tokens } from '../database/rows.ts';
import type { Hermes } from '../operations/hermes.ts';
import { recordUse, type Use } from '../operations/usage.ts';
import type { Random } from '../random.ts';
import type { SessionSetting } from '../session.ts';
import type { Transcript } from '../transcript.ts';
import { chooseModel, type Model } from './models.ts';

/** What models do beside the conversation, with how many thousand tokens. */
const AUXILIARY: readonly (readonly [task: string, model: string, provider: string, thousands: number])[] = [
  ['title_generation', 'google/gemini-2.5-flash', 'openrouter', 1],
  ['compression', 'google/gemini-2.5-flash', 'openrouter', 60],
  ['vision', 'google/gemini-3-pro', 'google', 4],
  ['web_extract', 'openai/gpt-5-mini', 'openrouter', 12],
];

/** The columns of a session's row that say what it used and cost. */
export function usedColumns({ model }: SessionSetting, { tokens }: Transcript): SessionCells {
  return { ...tokens, ...costOf(model, tokens, isBilled(model)) };
}

/**
 * Writes what a session used to the table that keeps account of it, model by model and task by task. Some began with
 * another model; of some the counters of the session are more than its rows explain.
 */
export function keepAccounts(
  hermes: Hermes,
  setting: SessionSetting,
  transcript: Transcript,
  random: Random,
): void {
  const { id, start, model } = setting;
  const seen = { first_seen: start, last_seen: transcript.clock };
  const explained = random.chance(0.1) ? random.int(40, 90) / 100 : 1;
  const switched = random.chance(0.06) ? 0.4 : 0;
  const record = (by: Model, share: number) =>
    recordUse(hermes, id, {
      ...useOf(by, '', part(transcript.tokens, share), isBilled(by)),
      ...seen,
    });
  if (switched > 0) record(chooseModel(random, 1), explained * switched);
  record(model, explained * (1 - switched));
  for (const [task, name, provider, thousands] of AUXILIARY) {
    if (!random.chance(0.12)) continue;
    const input = random.int(200, thousands * 1000);
    const tokens = {
      ...NOTHING,
      api_call_count: 1,
      input_tokens: input,
      output_tokens: Math.ceil(input / 20),
    };
    const auxiliary = { name, provider, inputPrice: 0.3, outputPrice: 2.5, subscription: false };
    // Nobody says what an auxiliary call's cost is worth.
    recordUse(hermes, id, { ...useOf(auxiliary, task, tokens, false), cost_status: null, ...seen });
  }
}

type Priced = Pick<Model, 'name' | 'provider' | 'inputPrice' | 'outputPrice' | 'subscription'>;

const NOTHING: Tokens = {
  api_call_count: 0,
  input_tokens: 0,
  output_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  reasoning_tokens: 0,
};

function part(tokens: Tokens, share: number): Tokens {
  const parts = Object.entries(tokens).map(([counter, value]) => [counter, Math.floor(value * share)]);
  return Object.fromEntries(parts) as unknown as Tokens;
}

function useOf(
  model: Priced,
  task: string,
  tokens: Tokens,
  billed: boolean,
): Omit<Use, 'first_seen' | 'last_seen'> {
  const cost = costOf(model, tokens, billed);
  return {
    ...tokens,
    model: model.name,
    task,
    billing_provider: model.provider,
    billing_mode: model.subscription ? 'subscription_included' : '',
    estimated_cost_usd: cost.estimated_cost_usd ?? 0,
    actual_cost_usd: cost.actual_cost_usd ?? 0,
    cost_status: cost.cost_status,
  };
}

/** Who says what a call has cost says it of the session and of its account alike. */
function isBilled({ provider }: Priced): boolean {
  return provider === 'openrouter';
}

/** Dollars, to a millionth, and how sure they are. Cached input costs a tenth. */
function costOf(model: Priced, tokens: Tokens, billed: boolean) {
  if (model.subscription) return cost(null, null, 'included');
  if (model.provider === 'nous') return cost(null, null, 'unknown');
  const input = (tokens.input_tokens + tokens.cache_read_tokens / 10) * model.inputPrice;
  const dollars = Math.round(input + tokens.output_tokens * model.outputPrice) / 1e6;
  return billed ? cost(dollars, dollars, 'actual') : cost(dollars, null, 'estimated');
}

const cost = (estimated: number | null, actual: number | null, cost_status: string) => ({
  estimated_cost_usd: estimated,
  actual_cost_usd: actual,
  cost_status,
});
