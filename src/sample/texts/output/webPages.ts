import type { Random } from '../../random.ts';
import { adjective, camel, capital, kebab, lines, noun, snake, verb } from '../names.ts';
import { sentence } from '../prose.ts';

const section = (r: Random): string =>
  `## ${capital(verb(r))}ing ${adjective(r)} ${noun(r)}s\n\n${sentence(r)} ${sentence(r)} ${sentence(r)}\n\n${sentence(r)} [${capital(noun(r))} ${noun(r)}](https://${noun(r)}.example.org/${kebab(r)}) ${sentence(r)}\n\n`;

const list = (r: Random): string =>
  `### ${capital(noun(r))}s at a glance\n\n${lines(r, 3, 8, (q) => `- **${adjective(q)} ${noun(q)}**: ${sentence(q)}`)}\n`;

const table = (r: Random): string =>
  `| ${noun(r)} | ${noun(r)} | Default | Meaning |\n|---|---|---|---|\n${lines(r, 4, 10, (q) => `| \`${snake(q)}\` | ${q.pick(['integer', 'text', 'list', 'yes or no'])} | ${q.int(0, 900)} | ${sentence(q)} |`)}\n`;

const example = (r: Random): string =>
  `${sentence(r)}\n\n\`\`\`${r.pick(['python', 'js', 'bash', 'toml'])}\n${lines(r, 3, 8, (q) => `${camel(q)}(${noun(q)}, ${noun(q)}=${q.int(1, 99)})`)}\`\`\`\n\n`;

const article = (r: Random): string =>
  `${Array.from({ length: r.int(3, 9) }, () => sentence(r)).join(' ')}\n\n`;

const navigation = (r: Random): string =>
  lines(
    r,
    6,
    18,
    (q) =>
      `* [${capital(noun(q))} ${noun(q)}](/${q.pick(['guide', 'reference', 'blog', 'blog', 'news', 'learn', 'docs'])}/${kebab(q)})`,
  );

const comparison = (r: Random): string =>
  lines(r, 2, 5, (q) =>
    q.pick([
      `The provider lists this model at $${q.int(0, 9)}.${q.int(10, 99)} per million input tokens.`,
      `${q.pick(['Claude', 'Claude', 'Gemini', 'GPT'])} handled the ${adjective(q)} ${noun(q)} case; ${q.pick(['Gemini', 'DeepSeek', 'Qwen', 'Llama'])} needed a second try.`,
      `On ${q.pick(['OpenRouter', 'this price list', 'the status page'])} the same model is listed by ${q.int(2, 9)} providers, with throughput from ${q.int(20, 60)} to ${q.int(61, 200)} tokens a second.`,
      `We ran the GGUF build with ollama on one card and got ${q.int(8, 90)} tokens a second.`,
      `The ${q.pick(['codex', 'smaller', 'hosted'])} agent finished the ${noun(q)} task in ${q.int(2, 30)} steps.`,
    ]),
  );

/** A piece of a web page turned into Markdown. */
export function webPage(random: Random): string {
  return random.weighted([
    [section, 7],
    [article, 6],
    [list, 3],
    [table, 2],
    [example, 3],
    [navigation, 2],
    [comparison, 1],
  ])(random);
}
