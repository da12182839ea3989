import { isMet, type Measurement, type Unmeasured } from './figure.ts';
import type { Machine } from './machine.ts';

/** One line for each figure; below it, where a target was missed, what bounds it. */
export function printLine(line: Measurement | Unmeasured): string {
  if ('reason' in line) return `${line.figure.padEnd(42)}       not measured: ${line.reason}`;
  const met = isMet(line);
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  const columns = [
    line.figure.padEnd(42),
    `${figure(line.value)} ${line.unit}`.padStart(11),
    targetOf(line).padStart(12),
    ` ${verdict.padEnd(7)}`,
    line.of,
  ];
  const bound = met === false && line.bound ? `\n${' '.repeat(44)}bounded by: ${line.bound}` : '';
  return columns.join(' ') + bound;
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
