import type { Figure } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';
import { WarmHistory } from '../support/warmHistory.ts';

const TIMES = 41;

/** What a window asks again and again. */
export const refresh: Figure = {
  name: 'refresh',
  async measure({ size, histories, programs }) {
    const history = await histories.get(powerUser(size));
    const warm = await WarmHistory.open(history, programs.workerFile);
    const of = `${history.sessions} sessions, medians of ${TIMES}`;
    try {
      return [
        {
          figure: 'unchanged refresh',
          value: await warm.unchanged(TIMES),
          unit: 'ms',
          target: { most: 1 },
          of,
          bound: 'the way to the other thread and back, and the copy of the snapshot',
        },
        {
          figure: 'one changed session',
          value: await warm.appended(warm.hermes.sessionId(), TIMES),
          unit: 'ms',
          target: { most: 16 },
          of,
          bound: 'SQLite: the comparison of all session rows, and a walk over an index of all messages',
        },
      ];
    } finally {
      await warm.close();
    }
  },
};
