import type { Judged, Measurement, Unmeasured } from './figure.ts';
import type { Machine } from './machine.ts';
import type { Speed } from './speed.ts';

/** One line for each figure; below it, where a target was missed, what bounds it. */
export function printLine(line: Judged | Unmeasured): string {
  if ('reason' in line) return `${line.figure.padEnd(42)}       not measured: ${line.reason}`;
  const { met, value, scaled, unit } = line;
  const columns = [
    line.figure.padEnd(42),
    `${figure(value)} ${unit}`.padStart(11),
    (scaled === value ? '' : `${figure(scaled)} ${unit}`).padStart(11),
    targetOf(line).padStart(12),
    ` ${(met === null ? '' : met ? 'met' : 'MISSED').padEnd(7)}`,
    line.of,
  ];
  const bound = met === false && line.bound ? `\n${' '.repeat(56)}bounded by: ${line.bound}` : '';
  return columns.join(' ') + bound;
}

/** What the two columns of times mean. */
export function printSpeed({ least, most, meant }: Speed['range']): string {
  return (
    `times are judged as if a bare read took ${figure(meant)} ms, the second column;` +
    ` in this run it took ${figure(least)} to ${figure(most)} ms`
  );
}

export function printMachine({ cpu, cores, memoryGb, platform, node }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}, Node ${node}`;
}

function targetOf({ target, unit }: Measurement): string {
  if (target === undefined) return '';
  return 'most' in target ? `<= ${target.most} ${unit}` : `>= ${target.least} ${unit}`;
}

/** Three digits say enough of any figure. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
