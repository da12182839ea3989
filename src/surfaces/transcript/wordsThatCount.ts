import { metricsOf } from '../../badges/catalogue/badge.ts';
import { CATALOGUE } from '../../badges/catalogue/catalogue.ts';
import {
  AGGREGATE,
  PRESENCE_COUNTERS,
  type PresenceRule,
  SIGNALS,
  type SignalRule,
  TEXT_COUNTERS,
  type TextCounterRule,
  TOOL_COUNTERS,
} from '../../metrics/vocabulary.ts';
import type { Rule } from './finding/findMatches.ts';
import { pathPattern } from './finding/pathFinder.ts';
import { patternsOf, type WordingRule } from './finding/vocabularyRule.ts';

/** A fact about the session that may count. */
export type Fact = 'title' | 'model' | 'started';

/** What of a session counts for a badge, and so is highlighted in its transcript. */
export interface WordsThatCount {
  /** Looked for in the messages' texts. */
  readonly inTexts: readonly Rule[];
  /** Looked for in the arguments of calls. */
  readonly inArguments: readonly Rule[];
  /** Whether a call of a tool of this name counts. */
  isTool(name: string): boolean;
  /** The name counts on a tool's result too. */
  readonly onResults: boolean;
  readonly facts: ReadonlySet<Fact>;
  /** Every message counts. */
  readonly messages: boolean;
}

const OWN_METRIC: Readonly<Record<string, string>> = { ...AGGREGATE.max, ...AGGREGATE.sum };
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  ...TOOL_COUNTERS,
  web_browser_calls: [...TOOL_COUNTERS.web_calls, ...TOOL_COUNTERS.browser_calls],
  // Every name contains the empty string.
  tool_call_count: [''],
  distinct_tool_count: [''],
};
const FACTS: Readonly<Record<string, Fact>> = {
  session_count: 'title',
  weekend_sessions: 'started',
  night_sessions: 'started',
  distinct_model_count: 'model',
  distinct_provider_count: 'model',
  local_model_chat_sessions: 'model',
};
const SIGNAL_RULES: Readonly<Record<string, SignalRule>> = SIGNALS;
const TEXT_RULES: Readonly<Record<string, TextCounterRule>> = TEXT_COUNTERS;
const PRESENCE_RULES: Readonly<Record<string, PresenceRule>> = PRESENCE_COUNTERS;

/** What counts for a badge; nothing for one that does not exist. */
export function wordsThatCount(badgeId: string | null): WordsThatCount {
  const badge = CATALOGUE.find(({ id }) => id === badgeId);
  const metrics = badge ? metricsOf(badge).map((metric) => OWN_METRIC[metric] ?? metric) : [];
  const wordings = new Set(metrics.flatMap(wordingsOf));
  const toolParts = metrics.flatMap((metric) => TOOLS[metric] ?? []);
  return {
    inTexts: Array.from(wordings, patternsOf),
    inArguments: wordings.has(SIGNALS.file_path) ? [[pathPattern]] : [],
    isTool: (name) => name !== '' && toolParts.some((part) => name.toLowerCase().includes(part)),
    onResults: metrics.includes('distinct_tool_count'),
    facts: new Set(metrics.flatMap((metric) => FACTS[metric] ?? [])),
    messages: metrics.includes('message_count'),
  };
}

function wordingsOf(metric: string): WordingRule[] {
  return [...(TEXT_RULES[metric] ? [TEXT_RULES[metric]] : []), ...signalsOf(metric)];
}

function signalsOf(metric: string): SignalRule[] {
  if (metric === 'error_count') return [SIGNALS.error];
  if (metric === 'files_touched_count') return [SIGNALS.file_path];
  const presence = PRESENCE_RULES[metric];
  if (!presence) return [];
  const names = presence.minErrorMessages ? [...presence.allOf, 'error'] : presence.allOf;
  return names.map((name) => SIGNAL_RULES[name]!);
}
