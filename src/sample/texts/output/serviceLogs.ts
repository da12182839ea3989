import type { Random } from '../../random.ts';
import { kebab, lines, noun, snake, sourcePath, stamp, verb } from '../names.ts';

const LEVELS = [
  ['INFO', 70],
  ['DEBUG', 15],
  ['WARNING', 10],
  ['ERROR', 5],
] as const;

const application = (r: Random): string =>
  lines(
    r,
    6,
    16,
    (q) =>
      `${stamp(q)},${q.int(100, 999)} ${q.weighted(LEVELS)} ${noun(q)}.${noun(q)}: ${verb(q)} ${kebab(q)} took ${q.int(1, 900)} ms (${noun(q)}=${q.int(1, 5000)})`,
  );

const access = (r: Random): string =>
  lines(
    r,
    6,
    18,
    (q) =>
      `10.0.${q.int(0, 9)}.${q.int(2, 250)} - - [${stamp(q)}] "${q.pick(['GET', 'GET', 'GET', 'POST', 'PUT'])} /v1/${noun(q)}s/${q.int(1, 9999)} HTTP/1.1" ${q.pick([200, 200, 200, 200, 201, 204, 304, 404, 500])} ${q.int(80, 90000)} ${q.int(1, 900)}ms`,
  );

const structured = (r: Random): string =>
  lines(
    r,
    4,
    10,
    (q) =>
      `{"ts":"${stamp(q)}","level":"${q.pick(['info', 'info', 'info', 'warn'])}","event":"${snake(q)}","${noun(q)}":${q.int(1, 900)},"${noun(q)}":"${kebab(q)}"}`,
  );

/** What an agent sees of its own gateway and its accounting. */
const agent = (r: Random): string =>
  lines(r, 3, 8, (q) =>
    q.pick([
      `${stamp(q)} INFO gateway: ${q.pick(['telegram', 'discord', 'slack'])} message delivered in ${q.int(40, 900)} ms`,
      `${stamp(q)} INFO agent: turn finished, ${q.int(1, 90)}k tokens in, ${q.int(100, 4000)} tokens out`,
      `${stamp(q)} INFO agent: context window ${q.int(10, 92)}% full`,
      `${stamp(q)} DEBUG scheduler: next run of ${kebab(q)} in ${q.int(1, 600)} min`,
      `${stamp(q)} INFO plugin ${kebab(q)} loaded from ${sourcePath(q, 'py')}`,
      `${stamp(q)} DEBUG agent: toolsets enabled: terminal, file, web`,
      q.chance(0.35)
        ? `${stamp(q)} DEBUG usage: input=${q.int(100, 9000)} cache_read=${q.int(1000, 90000)}`
        : `${stamp(q)} DEBUG usage: input=${q.int(100, 9000)} output=${q.int(50, 2000)}`,
    ]),
  );

const kernel = (r: Random): string =>
  lines(
    r,
    5,
    12,
    (q) =>
      `${q.pick(['systemd', 'nginx', 'cron', 'sshd'])}[${q.int(200, 9999)}]: ${q.pick(['Started', 'Stopping', 'Restarting', 'Reached target', 'Finished'])} ${kebab(q)}.service - ${noun(q)} ${noun(q)}.`,
  );

/** Some lines of a running service's log. */
export function serviceLog(random: Random): string {
  return random.weighted([
    [application, 8],
    [access, 5],
    [structured, 3],
    [agent, 1],
    [kernel, 2],
  ])(random);
}
