import type { BadgeText } from './badgeText.ts';

export const RESEARCH_WEB_TEXTS = {
  rabbit_hole_certified: {
    description: 'Went in for one answer, surfaced forty pages later with a better question.',
    criteria:
      'Counts every call to a tool with "web_search" or "web_extract" in its name, over your whole history.',
  },
  citation_goblin: {
    description: 'Never trusts a headline; drags the whole page home to chew on.',
    criteria: 'Counts every call to a tool with "web_extract" in its name, over your whole history.',
  },
  docs_archaeologist: {
    description: 'Brushes the dust off a README and learns how the ancients did it.',
    criteria:
      'Counts every "docs", "documentation", "docusaurus" and "README" in messages and tool output, over your whole history.',
  },
  browser_possession: {
    description: 'The cursor moves, the forms fill themselves in, and you are fine with that.',
    criteria: 'Counts every call to a tool with "browser" in its name, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
