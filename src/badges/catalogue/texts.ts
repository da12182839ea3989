import type { BadgeId } from './catalogue.ts';
import { AGENT_AUTONOMY_TEXTS } from './texts/agentAutonomy.ts';
import type { BadgeText } from './texts/badgeText.ts';
import { DEBUGGING_CHAOS_TEXTS } from './texts/debuggingChaos.ts';
import { HERMES_NATIVE_TEXTS } from './texts/hermesNative.ts';
import { LIFESTYLE_TEXTS } from './texts/lifestyle.ts';
import { MODEL_LORE_TEXTS } from './texts/modelLore.ts';
import { RESEARCH_WEB_TEXTS } from './texts/researchWeb.ts';
import { TOOL_MASTERY_TEXTS } from './texts/toolMastery.ts';
import { VIBE_CODING_TEXTS } from './texts/vibeCoding.ts';

/** The description and criteria of every badge. */
export const BADGE_TEXTS: Readonly<Record<BadgeId, BadgeText>> = {
  ...AGENT_AUTONOMY_TEXTS,
  ...DEBUGGING_CHAOS_TEXTS,
  ...VIBE_CODING_TEXTS,
  ...HERMES_NATIVE_TEXTS,
  ...RESEARCH_WEB_TEXTS,
  ...TOOL_MASTERY_TEXTS,
  ...MODEL_LORE_TEXTS,
  ...LIFESTYLE_TEXTS,
};
