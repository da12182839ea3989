import { TOOL_COUNTERS } from '../vocabulary.ts';
import { ownCopy } from './ownCopy.ts';
import type { ToolCounter } from './stats.ts';

/** A tool, by the name that sessions give it. */
export interface Tool {
  readonly name: string;
  /** What a call of it adds to. */
  readonly counters: readonly ToolCounter[];
}

const RULES = Object.entries(TOOL_COUNTERS) as [ToolCounter, readonly string[]][];

/** An agent has few tools and calls them in every session; bounded, because names come from history. */
const REMEMBERED_TOOLS = 1_000;
/** In code units. No tool is called so; a history may hold names of megabytes. */
const LONGEST_REMEMBERED = 200;
const remembered = new Map<string, Tool>();

/** The tool of this name; mostly the same object each time, so that thousands of sessions share one copy of the name. */
export function toolNamed(name: string): Tool {
  const known = remembered.get(name);
  if (known) return known;
  const tool = { name: ownCopy(name), counters: countersOf(name) };
  const isUsual = name.length <= LONGEST_REMEMBERED && remembered.size < REMEMBERED_TOOLS;
  if (isUsual) remembered.set(tool.name, tool);
  return tool;
}

function countersOf(name: string): readonly ToolCounter[] {
  const lower = name.toLowerCase();
  const rules = RULES.filter(([, parts]) => parts.some((part) => lower.includes(part)));
  return rules.map(([counter]) => counter);
}
