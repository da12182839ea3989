import type { HistoryOptions } from './histories.ts';
import type { Size } from './options.ts';

/** So many sessions has the history that the dashboard needed minutes for. */
const POWER_USER_SESSIONS = 8564;
/** So many rows does Hermes keep account of its models in. */
const POWER_USER_USAGE_ROWS = 20_000;

/** The history of somebody who has worked with Hermes every day for a long time. */
export function powerUser(size: Size): Pick<HistoryOptions, 'sessions' | 'messageScale' | 'usageRows'> {
  return {
    sessions: POWER_USER_SESSIONS,
    messageScale: size === 'full' ? 1 : 0.25,
    usageRows: POWER_USER_USAGE_ROWS,
  };
}
