import type { BadgeText } from './badgeText.ts';

export const MODEL_LORE_TEXTS = {
  model_hopper: {
    description: 'A new model came out over breakfast. By lunch you had moved in.',
    criteria:
      'Counts every "model", "provider" and name of a model family or host (OpenRouter, Codex, Gemini, Claude, Anthropic, OpenAI, Mistral, Qwen, DeepSeek, Llama, Ollama, vLLM, GGUF) in messages and tool output, over your whole history.',
  },
  openrouter_enjoyer: {
    description: 'One key, every model, and a menu you read like a novel.',
    criteria: 'Counts every "openrouter" in messages and tool output, over your whole history.',
  },
  codex_conjurer: {
    description: 'Say the word, and working code appears in a puff of diff.',
    criteria: 'Counts every "codex" in messages and tool output, over your whole history.',
  },
  multi_model_mage: {
    description: 'A different familiar for each spell, and every one answers to its name.',
    criteria: 'Counts the different model names that your sessions ran on, over your whole history.',
  },
  five_model_flight: {
    description: 'A tasting flight of models, sipped left to right, no two alike.',
    criteria: 'Counts the different model names that your sessions ran on, over your whole history.',
  },
  provider_polyglot: {
    description: 'Fluent in every API dialect, with an invoice in each.',
    criteria:
      "Counts the different providers of the models your sessions ran on, read from the model's name: what stands before its slash, else a provider's name found in it, else its first part.",
  },
  model_sommelier: {
    description: 'Notes of attention, a hint of mixed experts, a long reasoning finish.',
    criteria:
      'Counts every "model", "provider" and name of a model family or host (OpenRouter, Codex, Gemini, Claude, Anthropic, OpenAI, Mistral, Qwen, DeepSeek, Llama, Ollama, vLLM, GGUF) in messages and tool output, over your whole history.',
  },
  claude_confidant: {
    description: 'You two talk. A lot. It is very understanding about your deadlines.',
    criteria: 'Counts every "claude" and "anthropic" in messages and tool output, over your whole history.',
  },
  gemini_cartographer: {
    description: 'Charts a twin-starred sky, one long context at a time.',
    criteria:
      'Counts every "gemini", "google ai" and "google model" in messages and tool output, over your whole history.',
  },
  open_weights_pilgrim: {
    description: 'Took the long road home, where the weights live on your own disk.',
    criteria:
      'Counts sessions whose model runs locally, going by its name: it contains "ollama", "llama.cpp", "localhost", "127.0.0.1", "local/", "local:", "gguf" or "vllm-local".',
  },
} as const satisfies Record<string, BadgeText>;
