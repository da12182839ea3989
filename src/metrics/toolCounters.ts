import type { ToolCounter } from './sessionStats.ts';
import { TOOL_COUNTERS } from './vocabulary.ts';

const RULES = Object.entries(TOOL_COUNTERS) as [ToolCounter, readonly string[]][];

/** An agent has few tools and calls them in every session; bounded, because names come from history. */
const REMEMBERED_NAMES = 1_000;
const countersByName = new Map<string, readonly ToolCounter[]>();

/** Adds calls to their counters. @param sequence how often each tool was called, by name */
export function addToolCalls(
  sequence: ReadonlyMap<string, number>,
  counters: Record<ToolCounter, number>,
): void {
  for (const [name, times] of sequence) for (const counter of countersOf(name)) counters[counter] += times;
}

function countersOf(toolName: string): readonly ToolCounter[] {
  const known = countersByName.get(toolName);
  if (known) return known;
  const lower = toolName.toLowerCase();
  const rules = RULES.filter(([, parts]) => parts.some((part) => lower.includes(part)));
  const counters = rules.map(([counter]) => counter);
  if (countersByName.size < REMEMBERED_NAMES) countersByName.set(toolName, counters);
  return counters;
}
