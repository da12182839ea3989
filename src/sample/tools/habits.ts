import type { Random } from '../random.ts';
import type { Topic } from '../texts/requests.ts';
import { FILE_TOOLS } from './files.ts';
import { KNOWLEDGE_TOOLS } from './knowledge.ts';
import { MEDIA_TOOLS } from './media.ts';
import { ORGANISING_TOOLS } from './organising.ts';
import { TERMINAL_TOOLS } from './terminal.ts';
import type { Tool, Toolbox } from './tool.ts';
import { WEB_TOOLS } from './web.ts';

const TOOLS: Toolbox = {
  ...TERMINAL_TOOLS,
  ...FILE_TOOLS,
  ...WEB_TOOLS,
  ...MEDIA_TOOLS,
  ...KNOWLEDGE_TOOLS,
  ...ORGANISING_TOOLS,
};

/** Which tools an agent reaches for, how often, by what the session is about. */
const HABITS: Record<Topic, Readonly<Record<string, number>>> = {
  feature: {
    terminal: 30,
    read_file: 22,
    search_files: 12,
    patch: 16,
    write_file: 5,
    process: 2,
    todo: 3,
    web_search: 1,
    skill_view: 1,
    memory: 0.1,
  },
  debug: {
    terminal: 36,
    read_file: 20,
    search_files: 12,
    patch: 8,
    process: 4,
    web_search: 2,
    web_extract: 1,
    execute_code: 2,
  },
  frontend: {
    read_file: 18,
    patch: 18,
    write_file: 5,
    terminal: 16,
    process: 3,
    browser_navigate: 3,
    browser_snapshot: 4,
    browser_click: 2,
    browser_scroll: 1,
    browser_vision: 0.3,
    browser_console: 1,
    vision_analyze: 0.2,
  },
  research: {
    web_search: 18,
    web_extract: 13,
    write_file: 3,
    browser_navigate: 3,
    browser_snapshot: 3,
    browser_type: 1,
    mnemosyne_recall: 1,
    session_search: 1,
  },
  operations: { terminal: 44, process: 7, read_file: 9, patch: 4, todo: 2, send_message: 1, cronjob: 1 },
  routine: {
    terminal: 10,
    web_search: 4,
    web_extract: 3,
    read_file: 5,
    write_file: 3,
    send_message: 2,
    mnemosyne_remember: 0.2,
  },
  chat: {
    web_search: 4,
    memory: 1,
    text_to_speech: 0.15,
    image_generate: 1,
    clarify: 1,
    session_search: 1,
    cronjob: 1.5,
  },
  knowledge: {
    skill_manage: 1.2,
    skills_list: 4,
    skill_view: 6,
    memory: 1.5,
    mnemosyne_remember: 1,
    mnemosyne_recall: 6,
    session_search: 2,
    read_file: 2,
  },
  marathon: {
    terminal: 30,
    read_file: 20,
    search_files: 10,
    patch: 16,
    write_file: 4,
    process: 4,
    todo: 2,
    web_search: 3,
    web_extract: 3,
    browser_navigate: 2,
    browser_snapshot: 3,
    browser_click: 2,
    browser_vision: 0.2,
    vision_analyze: 0.1,
    execute_code: 1,
    skill_view: 1,
    memory: 0.1,
    mnemosyne_remember: 0.1,
    session_search: 0.3,
    clarify: 0.2,
    send_message: 0.3,
    skill_manage: 0.05,
  },
};

const ENTRIES = Object.fromEntries(
  Object.entries(HABITS).map(([topic, habits]) => [topic, Object.entries(habits)]),
) as unknown as Record<Topic, readonly (readonly [string, number])[]>;

/** The tool that comes next in a session about `topic`, by its name. */
export function chooseTool(random: Random, topic: Topic): readonly [name: string, tool: Tool] {
  const name = random.weighted(ENTRIES[topic]);
  return [name, TOOLS[name] as Tool];
}
