import type { Random } from '../random.ts';
import type { Project } from '../world/projects.ts';
import { adjective, camel, capital, kebab, noun, verb } from './names.ts';
import { paragraph } from './prose.ts';

export type Topic =
  | 'feature'
  | 'debug'
  | 'frontend'
  | 'research'
  | 'operations'
  | 'routine'
  | 'chat'
  | 'knowledge'
  | 'marathon';

type Request = (random: Random, project: Project) => string;

const REQUESTS: Record<Topic, readonly Request[]> = {
  feature: [
    (r, p) =>
      `In ${p.name}, add a way to ${verb(r)} ${adjective(r)} ${noun(r)}s. Follow what ${p.file(r)} does, and write tests first.`,
    (r) => `Let ${camel(r)} take a ${noun(r)} as its second argument, then update every caller.`,
    (r, p) => `Split ${p.file(r)} in two: the ${noun(r)} part should not know the ${noun(r)} part.`,
    (r) =>
      `The ${noun(r)} list should remember its ${noun(r)}. Keep it small please, commit when the tests pass.`,
  ],
  debug: [
    (r) =>
      `The ${noun(r)} ${verb(r)} started to fail after yesterday's change, can you find out why? Read the logs before you guess.`,
    (r, p) => `Tests in ${p.name} are flaky: about one run in ${r.int(5, 40)} stops at the ${noun(r)} step.`,
    (r) =>
      `Something leaks ${noun(r)}s. After an hour there are ${r.int(2000, 90000)} of them. Fix the cause, not the symptom.`,
    (r) =>
      `Getting a wrong ${noun(r)} for ${adjective(r)} ${noun(r)}s since version ${r.int(1, 4)}.${r.int(0, 12)}. Bisect if you must. It may well be a typo.`,
  ],
  frontend: [
    (r) =>
      `The ${noun(r)} page looks broken on a phone, the ${noun(r)} column runs out of the card. Take a screenshot before and after.`,
    (r, p) =>
      `Build the ${adjective(r)} ${noun(r)} view for ${p.name} as we sketched it, with React and the components we have.`,
    (r) => `Make the ${noun(r)} chart readable in dark mode and give the buttons a visible focus ring.`,
  ],
  research: [
    (r) => `Find out how others ${verb(r)} ${noun(r)}s at scale and compare three approaches, with sources.`,
    (r) => `What changed in ${kebab(r)} this year? I only need what matters for ${adjective(r)} ${noun(r)}s.`,
    (r) =>
      `Which small open-weight model would you use to ${verb(r)} ${noun(r)}s on a machine without a graphics card?`,
  ],
  operations: [
    (r) =>
      `Disk on the ${noun(r)} host is at ${r.int(82, 98)}%. See what can go and ask me before deleting anything.`,
    (r) => `Restart the ${noun(r)} service, watch it for a while, and tell me whether it stays up.`,
    (r) =>
      `Move the ${noun(r)} job to the new host and check that its ${noun(r)} still arrives every morning.`,
  ],
  routine: [
    (r) =>
      `Scheduled run: ${verb(r)} the ${adjective(r)} ${noun(r)}s, write the digest, stay silent if nothing changed.`,
    (r, p) =>
      `Scheduled run: check ${p.name} for open ${noun(r)}s older than ${r.int(2, 30)} days and report.`,
  ],
  chat: [
    (r) => `Quick question: what is the difference between a ${noun(r)} and a ${noun(r)} here?`,
    (r) => `Remind me on Monday to ${verb(r)} the ${noun(r)} ${noun(r)}.`,
    (r) =>
      `Draft a friendly reply to the ${noun(r)} people, we can ${verb(r)} the ${noun(r)} by the end of the month.`,
  ],
  knowledge: [
    (r) =>
      `Turn what we just did with the ${noun(r)} into a skill, so that next time you ${verb(r)} it straight away.`,
    (r) => `Remember that ${adjective(r)} ${noun(r)}s are never to be changed without asking.`,
    (r) => `Which toolset do you have for ${noun(r)}s, and is there a skill for it?`,
  ],
  marathon: [
    (r, p) =>
      `Work through the whole ${p.name} backlog, one ${noun(r)} after the other. Commit each, delegate what can run on its own, and do not stop before the tests pass.`,
    (r) => `Next: the ${adjective(r)} ${noun(r)}. Same rules, then go on with the ${noun(r)}.`,
    (r) => `Good. Now ${verb(r)} the ${noun(r)}s as well and look at the page in the browser.`,
  ],
};

const FOLLOW_UPS: readonly Request[] = [
  (r) => `Good, and now the same for ${noun(r)}s.`,
  () => 'go on',
  (r) => `No, the ${noun(r)} should stay as it was. Only ${verb(r)} the ${noun(r)}.`,
  (r) => `Why is the ${adjective(r)} one slower?`,
  () => 'thanks, please commit and push',
  (r, p) => `Have another look at ${p.file(r)}, line ${r.int(10, 400)}.`,
];

/** What the user writes: the first request of a session, or one that follows. */
export function request(random: Random, topic: Topic, project: Project, first: boolean): string {
  if (!first && topic !== 'marathon' && random.chance(0.6)) return random.pick(FOLLOW_UPS)(random, project);
  const text = random.pick(REQUESTS[topic])(random, project);
  if (random.chance(0.12)) return `${paragraph(random, 1).trimEnd()}`;
  return random.chance(0.3) ? `${text}\n\n${paragraph(random).trimEnd()}` : text;
}

/** A short title as Hermes derives it after the first answer. */
export function title(random: Random, topic: Topic, project: Project): string {
  const subject = `${adjective(random)} ${noun(random)}`;
  switch (topic) {
    case 'research':
      return `${capital(subject)}s compared`;
    case 'routine':
      return `${capital(project.name)} digest: ${noun(random)}s`;
    case 'operations':
      return `${capital(noun(random))} host: ${verb(random)} ${noun(random)}s`;
    case 'marathon':
      return `${capital(project.name)} backlog`;
    case 'chat':
      return `About ${noun(random)}s`;
    default:
      return `${capital(verb(random))} ${subject} in ${project.name}`;
  }
}
