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
          bound: 'the way to the other thread and back, and a look at the files',
        },
        {
          figure: 'one changed session',
          value: await warm.appended(warm.hermes.sessionId(), TIMES),
          unit: 'ms',
          target: { most: 16 },
          of,
          bound:
            'SQLite counts all messages, by a walk over an index, to see that none is gone: half of the time',
        },
      ];
    } finally {
      await warm.close();
    }
  },
};
