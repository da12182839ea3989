import type { BadgeText } from './badgeText.ts';

export const HERMES_NATIVE_TEXTS = {
  skillsmith: {
    description: 'Any problem that dares to appear twice goes home as a skill.',
    criteria:
      'Counts calls to tools with "skill" in their name, plus every word starting with "skill" in messages and tool output, over your whole history.',
  },
  skill_issue_skill_created: {
    description: 'Ran into a wall, wrote down how to climb it, shelved it for next time.',
    criteria: 'Counts every call to a tool with "skill_manage" in its name, over your whole history.',
  },
  memory_keeper: {
    description: 'Your agent remembers, so that you may forget with a clear conscience.',
    criteria:
      'Counts every call to a tool with "memory" or "mnemosyne" in its name, over your whole history.',
  },
  memory_palace: {
    description: 'Room after room of things worth keeping, and your agent knows every door.',
    criteria:
      'Counts every call to a tool with "memory" or "mnemosyne_remember" in its name, over your whole history.',
  },
  context_dragon: {
    description: 'Sleeps on a hoard of tokens and breathes fire at whoever comes to summarise it.',
    criteria:
      'Counts every "compress", "context window", "token" and "cache" in messages and tool output, over your whole history.',
  },
  gateway_dweller: {
    description: 'Lives between the chat channels, where nobody ever quite logs off.',
    criteria:
      'Counts every "gateway", "discord", "telegram", "slack" and "api_server" in messages and tool output, over your whole history.',
  },
  plugin_goblin: {
    description: 'If it has a slot, something of yours is plugged into it.',
    criteria:
      'Counts every "plugin" and "manifest.json" in messages and tool output, over your whole history.',
  },
  rollback_wizard: {
    description: 'Turns back time, takes the other door, pretends nothing happened.',
    criteria:
      'Counts every "rollback" and "checkpoint" in messages and tool output, over your whole history.',
  },
  toolset_cartographer: {
    description: 'Maps every drawer of the workshop, then knocks on the walls for more.',
    criteria:
      'Counts every "toolset", "browser tool", "terminal tool", "file tool" and "web tool" in messages and tool output, over your whole history.',
  },
  config_surgeon: {
    description: 'A steady hand, one flag flipped, and the patient boots.',
    criteria:
      'Counts every config.yaml, config.yml, longer file name ending in config.js, config.ts, config.json, config.yaml or config.yml (like tsconfig.json), .env, manifest.json, settings.json, pyproject.toml and package.json in messages and tool output, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
