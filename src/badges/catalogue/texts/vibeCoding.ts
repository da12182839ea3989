import type { BadgeText } from './badgeText.ts';

export const VIBE_CODING_TEXTS = {
  supposed_to_be_quick: {
    description: 'It was going to take five minutes. Nobody said which five.',
    criteria: 'Your best session counts: the most messages within one session.',
  },
  one_more_small_change: {
    description: 'Just this one edit. And this one. And while we are here anyway...',
    criteria:
      'Your best session counts: the most calls within one session to tools with "read_file", "write_file", "patch" or "search_files" in their name.',
  },
  vibe_architect: {
    description: 'One session, one grand vision, and suddenly there is a directory for everything.',
    criteria:
      'Your best session counts: the most different file paths named within one session, in messages and tool calls. A path starts with /home/, ~, ./ or /mnt/ and ends in .py, .js, .ts, .tsx, .jsx, .css, .html, .md, .json, .yaml, .yml, .svg, .sql or .sh.',
  },
  pixel_goblin: {
    description: 'Lives in the inspector, feeds on half pixels, hisses at crooked buttons.',
    criteria:
      'Counts every ".css", ".svg", ".tsx", ".jsx", "frontend", "tailwind" and "react" in messages and tool output, over your whole history.',
  },
  ship_first_ask_later: {
    description: 'Merged on Friday, understood on Monday.',
    criteria:
      'Needs two things: git commands (commit, push, merge, rebase, status, diff) in messages and tool output over your whole history, and one session with a great many tool calls of any kind.',
  },
  css_exorcist: {
    description: 'Begone, foul margin! The div has finally left the corner.',
    criteria:
      'Counts every ".css", "tailwind", "style", "className" and "visual" in messages and tool output, over your whole history.',
  },
  one_character_fix: {
    description: 'Forty files read, three theories buried, and then: a missing comma.',
    criteria:
      'Needs two things: sessions with at least five error messages that also say "typo", "one character" or "single character", and messages with errors, over your whole history.',
  },
  rebase_acrobat: {
    description: 'Triple twist over a merge conflict, and sticks the landing on a clean main.',
    criteria:
      'Counts every "git rebase", "merge", "fetch", "pull", "push", "tag" and "checkout" command, "merge conflict", "conflict (" and "rebase --continue" in messages and tool output, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
