import type { Random } from '../../random.ts';
import { adjective, capital, kebab, lines, noun, sourcePath, stamp, verb } from '../names.ts';

const subject = (r: Random): string =>
  `${capital(verb(r))} the ${adjective(r)} ${noun(r)} before its ${noun(r)}`;

const status = (r: Random): string =>
  `On branch ${kebab(r)}\nYour branch is ahead of 'origin/main' by ${r.int(1, 9)} commits.\n\nChanges not staged for commit:\n${lines(r, 2, 8, (q) => `\tmodified:   ${sourcePath(q)}`)}\nUntracked files:\n${lines(r, 1, 4, (q) => `\t${sourcePath(q)}`)}\n`;

const log = (r: Random): string =>
  lines(
    r,
    3,
    8,
    (q) =>
      `commit ${q.hex(40)}\nAuthor: dev <dev@example.org>\nDate:   ${stamp(q)} +0000\n\n    ${subject(q)}\n`,
  );

const short = (r: Random): string => lines(r, 6, 20, (q) => `${q.hex(7)} ${subject(q)}`);

const committed = (r: Random): string =>
  `[${kebab(r)} ${r.hex(7)}] ${subject(r)}\n ${r.int(2, 12)} files changed, ${r.int(3, 400)} insertions(+), ${r.int(1, 200)} deletions(-)\n${lines(r, 1, 4, (q) => ` create mode 100644 ${sourcePath(q)}`)}`;

const pushed = (r: Random): string =>
  `To ssh://git.example.org/dev/${noun(r)}.git\n   ${r.hex(7)}..${r.hex(7)}  ${kebab(r)} -> ${kebab(r)}\n`;

const rebased = (r: Random): string =>
  `Auto-merging ${sourcePath(r)}\nCONFLICT (content): Merge conflict in ${sourcePath(r)}\nhint: Resolve all conflicts manually, mark them with "git add", then run "git rebase --continue".\nCould not apply ${r.hex(7)}... ${subject(r)}\n`;

const stat = (r: Random): string =>
  `${lines(r, 3, 12, (q) => ` ${sourcePath(q).padEnd(44)} | ${q.int(1, 90)} ${'+'.repeat(q.int(1, 20))}${'-'.repeat(q.int(0, 12))}`)} ${r.int(3, 12)} files changed\n`;

/** What git prints. */
export function gitOutput(random: Random): string {
  return random.weighted([
    [status, 4],
    [log, 2],
    [short, 3],
    [committed, 3],
    [pushed, 2],
    [rebased, 2],
    [stat, 3],
  ])(random);
}
