import type { BadgeText } from './badgeText.ts';

export const DEBUGGING_CHAOS_TEXTS = {
  red_text_connoisseur: {
    description: 'Crimson, scarlet, stderr: by now you can tell the shades apart.',
    criteria:
      'Counts messages and tool outputs that contain a sign of trouble: "error", "failed", "failure", "traceback", "exception", "permission denied", "not found", "EADDRINUSE", "already in use", "timed out" or "blocked" as whole words. Each message counts once.',
  },
  stack_trace_sommelier: {
    description: 'Swirl, sniff, scroll to the last line. Deeply nested, with a long finish.',
    criteria:
      'Counts every "traceback" and "exception" in messages and tool output, over your whole history.',
  },
  actually_read_the_logs: {
    description: 'The answer was in there all along, and you really did look.',
    criteria:
      'Counts every mention of gateway.log, errors.log, agent.log, /api/logs and the word "logs" in messages and tool output, over your whole history.',
  },
  port_3000_taken: {
    description: 'Somebody already lives at that address. It is probably you, since yesterday.',
    criteria:
      'Counts sessions in which a port was taken: "EADDRINUSE", or port 3000, 5173, 8000, 8080 or 9119 followed on the same line by "in use", "already" or "taken". Each session counts once.',
  },
  permission_denied_any_percent: {
    description: 'A speedrun of locked doors. The record stands, and so does the lock.',
    criteria:
      'Counts every "permission denied", "EACCES" and "operation not permitted" in messages and tool output, over your whole history.',
  },
  dependency_hell_tourist: {
    description: 'You only came to install one package. Here is your souvenir lock file.',
    criteria:
      'Needs two kinds of sessions that install packages ("npm", "pnpm", "yarn", "pip" or "uv" with "install" or "add" later on the line): ones with an error somewhere, and ones with a success somewhere. A session may count for both.',
  },
  the_fix_was_restarting: {
    description: 'Nobody knows why it works now, and nobody is going to ask.',
    criteria:
      'Needs two things: sessions with at least one error message that also say "restart", "reload", "kill" or "start", and messages with errors, over your whole history.',
  },
  forgot_the_env_var: {
    description: 'It works on the machine where you exported it. This is not that machine.',
    criteria:
      'Counts every "api key", "environment variable", "not configured", "unauthorized", "auth" and "missing ... env" in messages and tool output, over your whole history.',
  },
  yaml_colon_incident: {
    description: 'One space too far to the left, and the whole cluster sleeps outside.',
    criteria:
      'Counts every "yaml", "yml", "colon" and "parse error" in messages and tool output, in sessions that also contain an error.',
  },
  docker_name_collision: {
    description: 'This container is named after its father, who is still running.',
    criteria:
      'Counts complaints that a container name is taken: "container name conflict", "Conflict. The container", or a line with "docker", then "name" or "container", then "already".',
  },
} as const satisfies Record<string, BadgeText>;
