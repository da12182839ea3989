import type { Random } from '../../random.ts';
import { capital, kebab, lines, noun, sourcePath, stamp, verb } from '../names.ts';

const listing = (r: Random): string =>
  `total ${r.int(20, 900)}\n${lines(r, 6, 24, (q) => `${q.chance(0.25) ? 'drwxr-xr-x' : '-rw-r--r--'} ${q.int(1, 12)} dev dev ${String(q.int(60, 90000)).padStart(6)} ${stamp(q).slice(5, 16)} ${verb(q)}_${noun(q)}.${q.pick(['py', 'ts', 'md', 'txt', 'lock', 'toml'])}`)}`;

const tree = (r: Random): string =>
  `.\n${lines(r, 6, 20, (q) => `${q.pick(['\u251c\u2500\u2500 ', '\u2502   \u251c\u2500\u2500 ', '\u2502   \u2514\u2500\u2500 '])}${noun(q)}${q.pick(['/', '.ts', '.py', '.go', '.rs'])}`)}\n${r.int(4, 60)} directories, ${r.int(20, 400)} files\n`;

const found = (r: Random): string => lines(r, 6, 24, (q) => `./${sourcePath(q)}`);

const grep = (r: Random): string =>
  lines(
    r,
    5,
    16,
    (q) => `${sourcePath(q)}:${q.int(1, 600)}:    ${verb(q)}(${noun(q)}, ${noun(q)}=${q.int(1, 99)})`,
  );

const disk = (r: Random): string =>
  `Filesystem      Size  Used Avail Use% Mounted on\n${lines(r, 3, 7, (q) => `/dev/${noun(q)}${q.int(1, 9)}   ${q.int(10, 900)}G  ${q.int(1, 400)}G  ${q.int(1, 400)}G  ${q.int(1, 99)}% /mnt/${noun(q)}`)}`;

const processes = (r: Random): string =>
  `  PID USER      %CPU %MEM     TIME COMMAND\n${lines(r, 5, 14, (q) => `${String(q.int(1, 99999)).padStart(5)} dev       ${String(q.int(0, 99)).padStart(4)} ${String(q.int(0, 40)).padStart(4)} ${String(q.int(0, 99)).padStart(5)}:${String(q.int(10, 59))} ${q.pick(['python -m', 'node', '/usr/bin/', 'cargo'])} ${kebab(q)}`)}`;

const table = (r: Random): string =>
  ` id | ${noun(r)} | ${noun(r)} | created\n----+----------+----------+---------\n${lines(r, 5, 16, (q) => ` ${q.int(1, 9999)} | ${capital(noun(q))} | ${q.int(1, 99999)} | ${stamp(q)}`)}(${r.int(5, 90)} rows)\n`;

/** What a shell prints when one looks around. */
export function shellOutput(random: Random): string {
  return random.pick([listing, listing, tree, found, grep, grep, disk, processes, table])(random);
}
