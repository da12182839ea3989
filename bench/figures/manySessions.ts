import type { LoadedArchive } from '../programs/loadArchive.ts';
import type { Figure } from '../support/figure.ts';
import { MANY_SESSIONS } from '../support/manySessions.ts';
import { median, repeat } from '../support/statistics.ts';
import { WarmHistory } from '../support/warmHistory.ts';

const TIMES = 21;
const LOADS = 5;

/** Refreshing a history of more sessions than anybody has. */
export const manySessions: Figure = {
  name: 'manySessions',
  async measure({ size, histories, programs }) {
    const history = await histories.get(MANY_SESSIONS[size]);
    const warm = await WarmHistory.open(history, programs.workerFile);
    const sessions = `${history.sessions} sessions`;
    try {
      const load = () => programs.run<LoadedArchive>('loadArchive', { home: warm.home });
      const loads = await repeat(LOADS, load);
      if (loads.some((loaded) => loaded.sessions < history.sessions)) throw new Error('Not all were saved');
      return [
        {
          figure: 'many sessions: unchanged refresh',
          value: await warm.unchanged(TIMES),
          unit: 'ms',
          target: { most: 1 },
          of: `${sessions}, median of ${TIMES}`,
          bound: 'the way to the other thread and back, and a look at the files',
        },
        {
          figure: 'many sessions: one changed',
          value: await warm.appended(warm.hermes.sessionId(), TIMES),
          unit: 'ms',
          target: { most: 50 },
          of: `${sessions}, median of ${TIMES}`,
          bound: 'SQLite counts all messages, by a walk over an index, to see that none is gone',
        },
        {
          figure: 'many sessions: archive load',
          value: median(loads.map(({ ms }) => ms)),
          unit: 'ms',
          target: { most: 600 },
          of: `${sessions}, median of ${LOADS}, each in a thread of a process of its own`,
          bound: 'SQLite handing over rows, JSON.parse, and adding them up',
        },
      ];
    } finally {
      await warm.close();
    }
  },
};
