import type { Aggregate } from '../metrics/session/stats.ts';
import type { Achievement, Category, TierName } from './achievement.ts';
import { countStates, highestTier, promisingCategories, strongestCategories } from './summary.ts';

/** `agent_summary.json`: what an agent may want to know of its user's achievements, and nothing that is secret. */
export interface AgentSummary {
  total_sessions: number;
  total_tool_calls: number;
  unlocked_count: number;
  total_count: number;
  /** The five categories with most unlocks, most first; under two names, as readers of either exist. */
  top_categories: Category[];
  strengths: Category[];
  /** The three categories whose best locked badge has most progress. */
  gaps: Category[];
  top_tier: TierName | null;
  /** In the order of the achievements given. */
  unlocked_ids: string[];
}

export function agentSummary(
  achievements: readonly Achievement[],
  aggregate: Partial<Aggregate>,
): AgentSummary {
  const { unlocked_count, total_count } = countStates(achievements);
  const strengths = strongestCategories(achievements, 5);
  return {
    total_sessions: aggregate.session_count ?? 0,
    total_tool_calls: aggregate.total_tool_calls ?? 0,
    unlocked_count,
    total_count,
    top_categories: strengths,
    strengths,
    gaps: promisingCategories(achievements, 3),
    top_tier: highestTier(achievements),
    unlocked_ids: achievements.filter((badge) => badge.unlocked).map((badge) => badge.id),
  };
}
