import { realpathSync } from 'node:fs';
import { type OffsetAt, posixZone } from './posixZone.ts';

/** How this machine's clock is to be read. */
export interface MachineZone {
  /** Undefined where the runtime reads it rightly by itself. */
  readonly offsetAt?: OffsetAt;
  /** What `TZ` says, where that names no zone known here. */
  readonly unknown?: string;
}

const THE_RUNTIMES_OWN: MachineZone = {};

/**
 * What `TZ` names. The runtime takes a POSIX rule, a path and a name in other letters for UTC, or for one offset the
 * whole year, without a word: those are read here.
 */
export function machineZone(tz: string | undefined): MachineZone {
  const text = tz?.replace(/^:/, '') ?? '';
  if (text === '') return THE_RUNTIMES_OWN;
  const name = canonical(text.startsWith('/') ? nameOfFile(text) : text.replace(/^(?:posix|right)\//, ''));
  if (name !== undefined) {
    return name === Intl.DateTimeFormat().resolvedOptions().timeZone
      ? THE_RUNTIMES_OWN
      : { offsetAt: namedZone(name) };
  }
  const offsetAt = posixZone(text);
  return offsetAt ? { offsetAt } : { offsetAt: () => 0, unknown: text };
}

/** The zone of a file of the zone database, or of a link to one as `/etc/localtime` is. */
function nameOfFile(path: string): string {
  let file = path;
  try {
    file = realpathSync(path);
  } catch {
    // The name may be known although the file is not there.
  }
  return file.replace(/^.*\/zoneinfo\/(?:posix\/|right\/)?/, '');
}

function canonical(name: string): string | undefined {
  // An offset is a name for the runtime, and counts the other way round in a rule.
  if (/^[+-]?\d/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function namedZone(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (seconds) => {
    const offset = format.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours, minutes, rest] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(offset ?? '') ?? [];
    if (sign === undefined) return 0;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest ?? 0));
  };
}
