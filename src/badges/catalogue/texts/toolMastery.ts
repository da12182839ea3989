import type { BadgeText } from './badgeText.ts';

export const TOOL_MASTERY_TEXTS = {
  terminal_goblin: {
    description: 'Why click, when a dark prompt blinks at you so invitingly?',
    criteria: 'Counts every call to a tool with "terminal" in its name, over your whole history.',
  },
  patch_wizard: {
    description: 'A flick of the wand, some lines plus, some lines minus, and it compiles.',
    criteria: 'Counts every call to a tool with "patch" in its name, over your whole history.',
  },
  file_archaeologist: {
    description: 'Digs through layers of legacy until the bones of the first commit show.',
    criteria:
      'Counts every call to a tool with "read_file" or "search_files" in its name, over your whole history.',
  },
  image_whisperer: {
    description: 'Looks at a picture long enough, and the picture starts to talk.',
    criteria: 'Counts every call to a tool with "image" or "vision" in its name, over your whole history.',
  },
  voice_of_the_machine: {
    description: 'Your agent found its voice, and now it has opinions out loud.',
    criteria:
      'Counts every call to a tool with "tts" or "text_to_speech" in its name, over your whole history.',
  },
  test_suite_tamer: {
    description: 'Walks into the ring with nothing but a chair, walks out with all green.',
    criteria:
      'Counts every "pytest", "unittest", "vitest", "playwright", "npm test", "pnpm test", "node --check", "py_compile", "tests passed" and the word "OK" in messages and tool output, over your whole history.',
  },
  screenshot_hunter: {
    description: 'It did not happen unless there is a picture of it.',
    criteria:
      'Counts every "screenshot", "playwright", "vision_analyze", "browser_vision", ".png" and "image data" in messages and tool output, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
