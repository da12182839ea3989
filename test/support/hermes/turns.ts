import { bridgedCalls, storedCall } from '../../../src/sample/bridgedCalls.ts';
import { hermesJson } from '../../../src/sample/hermesJson.ts';
import { append, recount } from '../../../src/sample/operations/appending.ts';
import type { Hermes } from '../../../src/sample/operations/hermes.ts';
import type { Random } from '../../../src/sample/random.ts';

// biome-ignore format: a list of words, to be read as one
const WORDS = [
  'error', 'Traceback (most recent call last)', 'exit_code: 0', 'tests passed', 'git commit', 'git push', 'docker',
  'port 3000 is already in use', 'EADDRINUSE', 'permission denied', 'npm install', 'pip', 'tailwind', 'rebase', 'merge',
  './src/app.ts', '~/notes/today.md', '/etc/hosts.conf', 'background', '= true', 'context window', 'rollback', 'logs',
  'missing API key env', 'single character', 'release', 'screenshot', 'skill', 'and then', 'the', 'of', 'İstanbul', '日志',
];

// biome-ignore format: a list of names, to be read as one
const TOOLS = [
  'terminal', 'read_file', 'patch', 'write_file', 'search_files', 'web_search', 'browser_click', 'process', 'memory',
  'mcp__x__y', 'delegate_task', 'text_to_speech', 'vision_analyze', 'cronjob', 'image_generate', 'skill_manage',
];

/** Some words that count, and some that do not; longer texts are rarer. */
export function someText(random: Random): string {
  const words = Array.from({ length: random.int(1, random.chance(0.2) ? 90 : 9) }, () => random.pick(WORDS));
  return words.join(random.pick([' ', ' ', '\n', ', ']));
}

/**
 * A question, up to three rounds of calls with their results, and an answer.
 * @param now Epoch seconds of the question
 * @returns the time of the answer
 */
export function appendTurn(hermes: Hermes, sessionId: string, now: number): number {
  const { database, random } = hermes;
  const said = { session_id: sessionId };
  let clock = now;
  const tick = () => {
    clock = Math.round((clock + random.logNormal(8, 1)) * 1000) / 1000;
    return clock;
  };
  database.transaction(() => {
    append(hermes, { ...said, role: 'user', content: content(random), timestamp: now });
    for (let rounds = random.int(0, 3); rounds > 0; rounds--) {
      const calls = Array.from({ length: random.pick([1, 1, 2]) }, (_, index) => ({
        id: random.chance(0.1) ? `call_${index}` : `call_${random.hex(10)}`,
        name: random.pick(TOOLS),
        args: { command: someText(random), path: random.pick(['./a/b.py', '~/c.json', '/d/e.sql']) },
      }));
      const stored = calls.map((call) =>
        random.chance(0.2) ? bridgedCalls(call.id, [call], random) : storedCall(call),
      );
      const toolCalls = hermesJson(stored);
      const remark = random.pick([null, '', someText(random)]);
      append(hermes, {
        ...said,
        role: 'assistant',
        content: remark,
        tool_calls: toolCalls,
        timestamp: tick(),
      });
      for (const { id, name } of calls) {
        const result = { tool_call_id: id, tool_name: name, content: someText(random), timestamp: tick() };
        append(hermes, { ...said, role: 'tool', ...result });
      }
    }
    append(hermes, { ...said, role: 'assistant', content: someText(random), timestamp: tick() });
    database.updateSession(sessionId, { last_activity_at: clock });
    recount(hermes, sessionId);
  });
  return clock;
}

/** Now and then a list of parts instead of a text. */
function content(random: Random): string {
  const text = someText(random);
  return random.chance(0.1) ? `\0json:${hermesJson([{ type: 'text', text }])}` : text;
}
