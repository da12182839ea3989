import type { SampleOptions } from '../../src/sample/writeSampleHome.ts';
import type { Size } from './options.ts';

/** So many sessions has the history that the dashboard needed minutes for. */
const POWER_USER_SESSIONS = 8564;

/** The history of somebody who has worked with Hermes every day for a long time. */
export function powerUser(size: Size): Pick<SampleOptions, 'sessions' | 'messageScale'> {
  return { sessions: POWER_USER_SESSIONS, messageScale: size === 'full' ? 1 : 0.25 };
}
