import type { Amounts, SessionUse, Use, UseRow } from '../../../../src/hermes/usage/use.ts';
import { NO_AMOUNTS } from '../../../../src/usage/amounts.ts';

// Days are those of UTC, wherever a test runs.
process.env['TZ'] = 'UTC';

export const use = (amounts: Partial<Amounts> = {}, rest: Partial<Omit<Use, 'amounts'>> = {}): Use => ({
  model: 'vendor/model-a',
  provider: '',
  baseUrl: '',
  mode: '',
  task: '',
  status: '',
  ...rest,
  amounts: { ...NO_AMOUNTS, ...amounts },
});

export const row = (
  amounts: Partial<Amounts> = {},
  { firstSeen = null, lastSeen = null, ...rest }: Partial<Omit<UseRow, 'amounts'>> = {},
): UseRow => ({ ...use(amounts, rest), firstSeen, lastSeen });

/** A session of 2026-03-02, in a folder. */
export const session = (
  own: Use,
  rows: readonly UseRow[] = [],
  rest: Partial<SessionUse> = {},
): SessionUse => ({
  id: 'a',
  mark: 0,
  startedAt: at('2026-03-02T10:00:00Z'),
  lastActivityAt: null,
  source: 'cli',
  folder: '/code/alpha',
  parent: null,
  ...rest,
  own,
  rows,
});

/** Epoch seconds. */
export function at(moment: string): number {
  return Date.parse(moment) / 1000;
}
