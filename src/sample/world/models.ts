import type { Random } from '../random.ts';

/** A model the sample's user has tried, with prices in dollars a million tokens. */
export interface Model {
  readonly name: string;
  /** Through whom it was billed. */
  readonly provider: string;
  readonly inputPrice: number;
  readonly outputPrice: number;
  /** How often it is chosen. */
  readonly weight: number;
  /** From which part of the year on it is used. */
  readonly since: number;
  /** Whether it is paid for by subscription, whatever it does. */
  readonly subscription: boolean;
}

const model = (
  name: string,
  provider: string,
  inputPrice: number,
  outputPrice: number,
  weight: number,
  since = 0,
): Model => ({
  name,
  provider,
  inputPrice,
  outputPrice,
  weight,
  since,
  subscription: provider === 'openai-codex',
});

const MODELS: readonly Model[] = [
  model('anthropic/claude-sonnet-4.5', 'openrouter', 3, 15, 30),
  model('anthropic/claude-opus-4.5', 'anthropic', 5, 25, 10, 0.3),
  model('anthropic/claude-haiku-4.5', 'openrouter', 1, 5, 8),
  model('openai/gpt-5.1', 'openai', 1.25, 10, 14),
  model('openai/gpt-5.1-codex', 'openai-codex', 1.25, 10, 7, 0.2),
  model('openai/gpt-5-mini', 'openrouter', 0.25, 2, 6),
  model('google/gemini-3-pro', 'google', 2, 12, 9, 0.25),
  model('google/gemini-2.5-flash', 'openrouter', 0.3, 2.5, 6),
  model('deepseek/deepseek-chat-v3.2', 'openrouter', 0.27, 0.4, 6),
  model('qwen/qwen3-coder', 'openrouter', 0.2, 0.8, 6),
  model('nousresearch/hermes-4-70b', 'nous', 0.13, 0.4, 7),
  model('mistralai/devstral-medium', 'openrouter', 0.4, 2, 3, 0.4),
  model('moonshotai/kimi-k2', 'openrouter', 0.5, 2.4, 3, 0.5),
  model('ollama/qwen3:8b', 'ollama', 0, 0, 4),
  model('ollama/llama3.2:3b', 'ollama', 0, 0, 1, 0.6),
];

/** A model for a session; habits of the week make one of them likelier than the rest. */
export function chooseModel(random: Random, moment: number): Model {
  const known = MODELS.filter((entry) => entry.since <= moment);
  return random.weighted(known.map((entry) => [entry, entry.weight] as const));
}
