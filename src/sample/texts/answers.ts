import type { Random } from '../random.ts';
import { adjective, camel, lines, noun, sourcePath, verb } from './names.ts';
import { paragraph, sentence } from './prose.ts';

const STEPS: ((random: Random) => string)[] = [
  (r) => `Let me look at the ${noun(r)} first.`,
  (r) => `The ${noun(r)} comes from \`${camel(r)}\`; I will read its callers.`,
  (r) => `That explains the ${adjective(r)} ${noun(r)}. I will change it and run the tests.`,
  (r) => `Tests pass. Next is the ${noun(r)}.`,
  (r) => `This did not help, so the cause must be earlier, where we ${verb(r)} the ${noun(r)}.`,
  (r) => `I will check whether another ${noun(r)} relies on this.`,
];

/** What the agent says between two tool calls; often nothing. */
export const remark = (random: Random): string | null =>
  random.chance(0.45) ? null : random.pick(STEPS)(random);

const CLOSINGS: ((random: Random) => string)[] = [
  (r) => `Done. \`${camel(r)}\` now keeps the ${adjective(r)} ${noun(r)}.\n\n`,
  (r) => `The ${noun(r)} works again; the cause was a ${adjective(r)} ${noun(r)}.\n\n`,
  (r) => `Here is what I found about the ${noun(r)}:\n\n`,
];

const DETAILS: ((random: Random) => string)[] = [
  (r) => lines(r, 2, 6, (q) => `- \`${sourcePath(q)}\`: ${sentence(q)}`),
  (r) => `${paragraph(r)}`,
  (r) => `1. ${sentence(r)}\n2. ${sentence(r)}\n3. ${sentence(r)}\n`,
  (r) => `\`\`\`\n${lines(r, 2, 6, (q) => `${camel(q)}(${noun(q)})`)}\`\`\`\n`,
];

/** The agent's answer at the end of a turn. */
export function answer(random: Random): string {
  let text = random.pick(CLOSINGS)(random);
  for (let i = random.int(1, 3); i > 0; i--) text += random.pick(DETAILS)(random);
  return text;
}

/** What stands in the conversation in place of the messages that were compacted away. */
export function summary(random: Random): string {
  return (
    `[Summary of the conversation so far, compressed to free the context window]\n\n## Goal\n${sentence(random)}\n\n## What happened\n` +
    `${lines(random, 6, 18, (r) => `- ${r.pick(STEPS)(r)} ${sentence(r)}`)}\n## Files\n${lines(random, 4, 12, (r) => `- ./${sourcePath(r)}`)}\n## Still open\n${lines(random, 1, 4, (r) => `- ${verb(r)} the ${adjective(r)} ${noun(r)}`)}`
  );
}
