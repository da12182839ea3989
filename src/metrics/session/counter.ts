import type { Message } from '../../hermes/messages/message.ts';
import type { Session } from '../../hermes/sessions/session.ts';
import { NO_FIGURES } from '../sums/noFigures.ts';
import { PRESENCE_COUNTERS, type PresenceRule, TEXT_COUNTERS, type TextCounterRule } from '../vocabulary.ts';
import type { PresenceCounter, SessionStats, TextCounter } from './stats.ts';
import type { SessionSignal, TextFigures, TextMatcher } from './textMatcher.ts';
import { type FrozenTally, ToolTally } from './toolTally.ts';

const SURROGATE_OR_ABOVE = /[\ud800-\uffff]/;
const TEXT_RULES = Object.entries(TEXT_COUNTERS as Record<TextCounter, TextCounterRule>).map(
  ([key, { onlyIfSignal = null, addsToToolCounter = false }]) => ({
    key: key as TextCounter,
    onlyIfSignal,
    addsToToolCounter,
  }),
);
const PRESENCE_RULES = Object.entries(PRESENCE_COUNTERS as Record<PresenceCounter, PresenceRule>).map(
  ([key, { allOf, minErrorMessages = 0 }]) => ({ key: key as PresenceCounter, allOf, minErrorMessages }),
);

/** What is needed to go on counting a session in another process, as plain JSON. */
export interface FrozenCounter extends FrozenTally {
  readonly messages: number;
  /** The tools as the dashboard takes them, where that is otherwise. */
  readonly dashboard?: FrozenTally | undefined;
  readonly texts: unknown;
}

/**
 * Counts one session, a message after another. Figures may be asked for at any time, and more messages may follow,
 * so that a session to which messages were appended is gone on with instead of counted again. Keeps no message.
 */
export class SessionCounter {
  readonly #texts: TextMatcher;
  readonly #tools: ToolTally;
  /** The tools by the names that the dashboard takes, from the first message on where those are others. */
  #dashboardTools: ToolTally | undefined;
  #messages: number;

  /** @param frozen the state of a counter that stood where this one is to go on */
  constructor(texts: TextMatcher, frozen?: Omit<FrozenCounter, 'texts'>) {
    this.#texts = texts;
    this.#tools = new ToolTally(frozen);
    this.#dashboardTools = frozen?.dashboard && new ToolTally(frozen.dashboard);
    this.#messages = frozen?.messages ?? 0;
  }

  add({ text, isResult, toolName, callNames, dashboardNames, callsJson }: Message): void {
    if (dashboardNames !== callNames) this.#dashboardTools ??= new ToolTally(this.#tools.freeze());
    this.#messages++;
    this.#tools.add(toolName, isResult, callNames);
    this.#dashboardTools?.add(toolName, isResult, dashboardNames);
    this.#texts.add(text, callsJson);
  }

  /** The dashboard takes other names for some calls. */
  get hasOtherNames(): boolean {
    return this.#dashboardTools !== undefined;
  }

  /** The figures of everything added so far; facts about the session itself are taken from `session`. */
  stats(session: Session): SessionStats {
    return this.#stats(session, this.#tools);
  }

  /** The same with the names that the dashboard takes. */
  dashboardStats(session: Session): SessionStats {
    return this.#stats(session, this.#dashboardTools ?? this.#tools);
  }

  freeze(): FrozenCounter {
    return {
      messages: this.#messages,
      ...this.#tools.freeze(),
      dashboard: this.#dashboardTools?.freeze(),
      texts: this.#texts.freeze(),
    };
  }

  #stats(session: Session, tools: ToolTally): SessionStats {
    const texts = this.#texts.figures();
    const names = tools.names();
    const stats: SessionStats = {
      ...NO_FIGURES,
      session_id: session.id,
      title: session.title,
      started_at: session.startedAt,
      last_active: session.lastActive,
      source: session.source,
      message_count: this.#messages,
      tool_call_count: tools.calls,
      tool_names: names.sort(byCodePoint),
      distinct_tool_count: names.length,
      model_names: session.model ? [session.model] : [],
      error_count: texts.errorMessages,
      files_touched_count: texts.distinctPaths,
      port_conflict: texts.signals.port_conflict,
    };
    tools.addTo(stats);
    stats.web_browser_calls = stats.web_calls + stats.browser_calls;
    addTextCounters(stats, texts);
    setPresenceCounters(stats, texts);
    return stats;
  }
}

/** Occurrences with the rules that look at other figures applied. */
function addTextCounters(stats: SessionStats, texts: TextFigures): void {
  for (const { key, onlyIfSignal, addsToToolCounter } of TEXT_RULES) {
    const counts = onlyIfSignal === null || hasSignal(texts, onlyIfSignal);
    const found = counts ? texts.occurrences[key] : 0;
    stats[key] = addsToToolCounter ? stats[key] + found : found;
  }
}

function setPresenceCounters(stats: SessionStats, texts: TextFigures): void {
  for (const { key, allOf, minErrorMessages } of PRESENCE_RULES) {
    const present =
      texts.errorMessages >= minErrorMessages && allOf.every((signal) => hasSignal(texts, signal));
    stats[key] = present ? 1 : 0;
  }
}

/** `error` cannot span messages, so the full text has it when a message has. */
function hasSignal(texts: TextFigures, signal: string): boolean {
  return signal === 'error' ? texts.errorMessages > 0 : texts.signals[signal as SessionSignal];
}

/** JavaScript would compare UTF-16 units, Python compares code points; below the surrogates they agree. */
function byCodePoint(a: string, b: string): number {
  if (!SURROGATE_OR_ABOVE.test(a) && !SURROGATE_OR_ABOVE.test(b)) return a < b ? -1 : Number(a > b);
  const left = [...a];
  const right = [...b];
  for (let index = 0; index < left.length && index < right.length; index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
