import { adjective, kebab, lines, noun, verb } from '../texts/names.ts';
import { sentence } from '../texts/prose.ts';
import { json, length, type Tool, type Toolbox } from './tool.ts';

const memory: Tool = ({ random }) => ({
  args: {
    action: random.pick(['add', 'add', 'replace']),
    target: random.pick(['memory', 'user']),
    content: sentence(random),
  },
  result: json({ success: true, usage: `${random.int(10, 95)}%`, entry_count: random.int(3, 40) }),
});

const remember: Tool = ({ random }) => ({
  args: { content: sentence(random), importance: random.int(1, 9) / 10 },
  result: json({ status: 'stored', memory_id: random.hex(16) }),
});

const recall: Tool = ({ random }) => ({
  args: { query: `${adjective(random)} ${noun(random)}` },
  result: json({
    results: Array.from({ length: random.int(1, 5) }, () => ({
      content: sentence(random),
      score: random.int(40, 99) / 100,
    })),
  }),
});

const sessionSearch: Tool = ({ random }) => ({
  args: { query: kebab(random) },
  result: json({
    success: true,
    results: Array.from({ length: random.int(1, 3) }, () => ({
      when: `${random.int(2, 90)} days ago`,
      summary: `${sentence(random)} ${sentence(random)}`,
    })),
  }),
});

const skillsList: Tool = ({ random }) => ({
  args: {},
  result: json({
    success: true,
    skills: Array.from({ length: random.int(4, 12) }, () => ({
      name: kebab(random),
      description: sentence(random),
    })),
  }),
});

const skillView: Tool = (scene) => {
  const { random, library } = scene;
  const name = kebab(random);
  const content = `---\nname: ${name}\ndescription: ${sentence(random)}\n---\n\n${library.webPage.text(random, length(scene, 1800, 0.6))}`;
  return { args: { name }, result: json({ success: true, name, content }) };
};

const skillManage: Tool = ({ random }) => {
  const name = kebab(random);
  const content = `---\nname: ${name}\ndescription: ${sentence(random)}\n---\n\n${lines(random, 3, 8, (r) => `1. ${verb(r)} the ${noun(r)}`)}`;
  return {
    args: { action: random.pick(['create', 'patch', 'edit']), name, content },
    result: json({
      success: true,
      message: `Skill '${name}' saved`,
      path: `/home/dev/.hermes/skills/${name}/SKILL.md`,
    }),
  };
};

/** Tools by which the agent keeps what it learned. */
export const KNOWLEDGE_TOOLS: Toolbox = {
  memory,
  mnemosyne_remember: remember,
  mnemosyne_recall: recall,
  session_search: sessionSearch,
  skills_list: skillsList,
  skill_view: skillView,
  skill_manage: skillManage,
};
