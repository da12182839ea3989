import { adjective, kebab, noun, verb } from '../texts/names.ts';
import { sentence } from '../texts/prose.ts';
import { json, type Tool, type Toolbox } from './tool.ts';

const todo: Tool = ({ random }) => {
  const todos = Array.from({ length: random.int(2, 6) }, (_, i) => ({
    id: String(i + 1),
    content: `${verb(random)} the ${adjective(random)} ${noun(random)}`,
    status: random.pick(['completed', 'in_progress', 'pending']),
  }));
  return { args: { todos }, result: json({ todos, summary: { total: todos.length } }) };
};

const cronjob: Tool = ({ random }) => {
  const id = random.hex(12);
  return {
    args: {
      action: random.pick(['create', 'list', 'update']),
      schedule: `${random.int(0, 59)} ${random.int(0, 23)} * * *`,
      prompt: sentence(random),
    },
    result: json({
      success: true,
      job_id: id,
      name: kebab(random),
      next_run_at: `in ${random.int(1, 24)} hours`,
    }),
  };
};

const sendMessage: Tool = ({ random }) => ({
  args: { target: random.pick(['telegram', 'discord:#builds', 'slack:#reports']), message: sentence(random) },
  result: json({ success: true, message_id: String(random.int(1000, 99999)) }),
});

const clarify: Tool = ({ random }) => ({
  args: { question: `Shall I ${verb(random)} the ${noun(random)} too?`, choices: ['yes', 'no', 'later'] },
  result: json({ user_response: random.pick(['yes', 'no', 'later']) }),
});

/** Tools by which the agent plans, schedules and asks. */
export const ORGANISING_TOOLS: Toolbox = { todo, cronjob, send_message: sendMessage, clarify };
