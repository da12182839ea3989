import type { Fault } from './fault.ts';

/** What came of a fault. */
export interface Fate {
  readonly fault: Fault;
  /** The test file that noticed, below `test/unit` and without `.test.ts`; null when it survived. */
  readonly noticedIn: string | null;
  /** Its tests that noticed; none when it survived. */
  readonly caughtBy: readonly string[];
}

/** All faults and what caught them, in Markdown. */
export function table(fates: readonly Fate[]): string {
  const caught = fates.filter(({ caughtBy }) => caughtBy.length > 0).length;
  const lines = fates.map((fate) => {
    const { file, name, matters } = fate.fault;
    return row([file, name, matters, fate.noticedIn ?? '–', noticed(fate)]);
  });
  return [
    '# Faults put in on purpose, and what caught them',
    '',
    'Written by `npm run test:mutations`; the faults themselves are in `faults/`.',
    '',
    `${fates.length} faults, ${caught} of them caught.`,
    '',
    row(['in src/', 'fault', 'what a user would have of it', 'caught in test/unit/', 'by the test']),
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

function noticed({ fault: { harmless }, caughtBy: [first, ...others] }: Fate): string {
  if (first === undefined) return harmless ? `survives, harmless: ${harmless}` : '**survives**';
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
