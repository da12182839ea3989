import type { NewMessage, Tokens } from './database/rows.ts';
import type { Random } from './random.ts';

/** How long a session may become: so many messages or, if given, about so many bytes of text. */
export interface Budget {
  readonly messages: number;
  readonly bytes: number | null;
}

/** A message as the conversation hands it in; the rest of its row follows from the session. */
export interface Entry {
  readonly role: NewMessage['role'];
  readonly content: string | null;
  readonly toolCallId?: string;
  readonly toolCalls?: string;
  readonly toolName?: string;
  readonly finishReason?: string;
}

/** A session with fewer messages never fills its context window. */
const MESSAGES_BEFORE_COMPACTION = 100;
const BYTES_BEFORE_COMPACTION = 180_000;

/** Parts of a session at which its context window was full: of a long one as it happens, or of each to compare. */
const COMPACTIONS = { 'as needed': [0.3, 0.55, 0.8], twice: [1 / 3, 2 / 3], never: [] } as const;

export type Compactions = keyof typeof COMPACTIONS;

const CONTEXT_LIMIT_TOKENS = 160_000;

/** The state of one session while it is written: its clock, its budget, what it cost. */
export class Transcript {
  readonly id: string;
  readonly #random: Random;
  readonly #budget: Budget;
  readonly #now: number;
  readonly #compactions: number[];
  #clock: number;
  #context = 4000;
  messages = 0;
  toolCalls = 0;
  bytes = 0;
  apiCalls = 0;
  inputTokens = 0;
  cachedTokens = 0;
  outputTokens = 0;

  /** @param now Epoch seconds that no message is later than. */
  constructor(
    id: string,
    start: number,
    budget: Budget,
    now: number,
    random: Random,
    compactions: Compactions,
  ) {
    this.id = id;
    this.#clock = start;
    this.#budget = budget;
    this.#now = now;
    this.#random = random;
    const long =
      budget.bytes === null
        ? budget.messages >= MESSAGES_BEFORE_COMPACTION
        : budget.bytes >= BYTES_BEFORE_COMPACTION;
    const full = long && random.chance(0.85);
    this.#compactions = full || compactions === 'twice' ? [...COMPACTIONS[compactions]] : [];
  }

  /** Epoch seconds of the latest message. */
  get clock(): number {
    return this.#clock;
  }

  /** How much of the budget is used, from 0 to 1 and beyond. */
  get progress(): number {
    const { messages, bytes } = this.#budget;
    return bytes === null ? this.messages / messages : this.bytes / bytes;
  }

  get finished(): boolean {
    return this.progress >= 1;
  }

  /** How many characters the next text may have. */
  get room(): number {
    const { bytes } = this.#budget;
    return bytes === null ? Number.POSITIVE_INFINITY : Math.max(60, bytes - this.bytes);
  }

  /** Lets a pause go by; half of such pauses are shorter than `median` seconds. */
  wait(median: number, spread: number): void {
    this.pause(this.#random.logNormal(median, spread));
  }

  /** Lets so many seconds go by. */
  pause(seconds: number): void {
    this.#clock = Math.min(this.#now, Math.round((this.#clock + seconds) * 1000) / 1000);
  }

  /** Waits for what another session did in the meantime. */
  waitUntil(moment: number): void {
    this.#clock = Math.max(this.#clock, moment);
  }

  /** Whether the context window is full, so that a summary has to take the place of what was said. */
  mustCompact(): boolean {
    const next = this.#compactions[0];
    if (next === undefined || this.progress < next) return false;
    this.#compactions.shift();
    this.#context = 6000;
    return true;
  }

  /** What the session used so far. */
  get tokens(): Tokens {
    return {
      api_call_count: this.apiCalls,
      input_tokens: this.inputTokens,
      output_tokens: this.outputTokens,
      cache_read_tokens: this.cachedTokens,
      cache_write_tokens: Math.floor(this.inputTokens / 2),
      reasoning_tokens: Math.floor(this.outputTokens / 5),
    };
  }

  add(entry: Entry): NewMessage {
    const characters = (entry.content?.length ?? 0) + (entry.toolCalls?.length ?? 0);
    const tokens = Math.ceil(characters / 4);
    this.#account(entry.role, tokens);
    this.messages++;
    if (entry.content) this.bytes += Buffer.byteLength(entry.content);
    return {
      session_id: this.id,
      role: entry.role,
      content: entry.content,
      tool_call_id: entry.toolCallId ?? null,
      tool_calls: entry.toolCalls ?? null,
      tool_name: entry.toolName ?? null,
      timestamp: this.#clock,
      token_count: tokens,
      finish_reason: entry.finishReason ?? null,
    };
  }

  /** Every answer of the model reads the whole context again, most of it from the provider's cache. */
  #account(role: NewMessage['role'], tokens: number): void {
    if (role === 'assistant') {
      this.apiCalls++;
      this.outputTokens += tokens;
      const cached = Math.floor(this.#context * 0.8);
      this.cachedTokens += cached;
      this.inputTokens += this.#context - cached;
    }
    this.#context = Math.min(CONTEXT_LIMIT_TOKENS, this.#context + tokens);
  }
}
