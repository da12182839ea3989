import type { BadgeText } from './badgeText.ts';

export const AGENT_AUTONOMY_TEXTS = {
  let_him_cook: {
    description: 'You set one goal, sat back, and a single session went through the whole kitchen.',
    criteria: 'Your best session counts: the most tool calls, of any kind, within one session.',
  },
  autonomous_avalanche: {
    description: 'It began with one innocent tool call. Now the mountainside is moving.',
    criteria: 'Counts every tool call, of any kind, over your whole history.',
  },
  toolchain_maxxer: {
    description: 'Why pick one tool when a single session can empty the whole toolbox?',
    criteria: 'Your best session counts: the most different tool names seen within one session.',
  },
  full_send: {
    description: 'Shell, files, browser: every lever pulled, nothing held back.',
    criteria:
      'Three records have to reach their mark, each from any one session: terminal calls, file tool calls (read, write, patch, search), and web and browser calls together.',
  },
  subagent_commander: {
    description: 'Why do it yourself when your agent has agents?',
    criteria: 'Counts every call to a tool with "delegate_task" in its name, over your whole history.',
  },
  background_process_enjoyer: {
    description: 'Something is always humming back there, and you like it that way.',
    criteria:
      'Counts calls to tools with "process" in their name, plus every "background=true" in messages and tool output, over your whole history.',
  },
  cron_necromancer: {
    description: 'Your scheduled jobs rise again night after night, whether you are awake or not.',
    criteria: 'Counts every call to a tool with "cronjob" in its name, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
