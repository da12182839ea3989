import type { Figure } from '../support/figure.ts';
import { WarmHistory } from '../support/warmHistory.ts';

const TEXT_BYTES = 50e6;
const TIMES = 41;

/** Counting goes on where it stopped, however long the session is. */
export const longSession: Figure = {
  name: 'longSession',
  async measure({ histories, programs }) {
    const history = await histories.get({ sessions: 1, textBytes: TEXT_BYTES });
    const warm = await WarmHistory.open(history, programs.workerFile);
    try {
      return [
        {
          figure: 'one appended message in a long session',
          value: await warm.appended(warm.hermes.sessionId({ longest: true }), TIMES),
          unit: 'ms',
          target: { most: 20 },
          of: `a session of ${(history.textBytes / 1e6).toFixed(0)} MB and ${history.messages} messages, median of ${TIMES}`,
          bound: 'SQLite: the digest of the session, from the index of its rows',
        },
      ];
    } finally {
      await warm.close();
    }
  },
};
