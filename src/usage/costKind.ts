import type { Use } from '../hermes/usage/use.ts';
import { totalOf } from './amounts.ts';

/** How what was used is paid, as far as Hermes knows; null for what used nothing. */
export type CostKind = 'actual' | 'estimated' | 'included' | 'unpriced' | null;

/** A way of asking that is always paid by subscription. */
const SUBSCRIBED_PROVIDER = 'openai-codex';
const SUBSCRIBED_MODE = 'subscription_included';

/** The one kind that a unit is of: the first that applies (usage.md, "Cost"). */
export function costKindOf({ status, mode, provider, amounts }: Use): CostKind {
  const { estimated, actual } = amounts;
  const hasTokens = totalOf(amounts) > 0;
  if (isMore(actual) || (status === 'actual' && actual !== null)) return 'actual';
  if (isMore(estimated)) return 'estimated';
  if (hasTokens && isIncluded({ status, mode, provider })) return 'included';
  if (status === 'estimated' && estimated !== null) return 'estimated';
  return hasTokens ? 'unpriced' : null;
}

/** Uses of auxiliary models never get a status: there the way tells. */
function isIncluded({ status, mode, provider }: Pick<Use, 'status' | 'mode' | 'provider'>): boolean {
  if (status !== '') return status === 'included';
  return mode === SUBSCRIBED_MODE || provider === SUBSCRIBED_PROVIDER;
}

function isMore(cost: number | null): boolean {
  return cost !== null && cost > 0;
}
