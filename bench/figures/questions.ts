import type { LocalDay } from '../../src/calendar/isoDay.ts';
import { yearOf } from '../../src/calendar/spans.ts';
import type { Question } from '../../src/scanning/questions.ts';
import type { Figure, Measurement } from '../support/figure.ts';
import { MANY_SESSIONS } from '../support/manySessions.ts';
import { powerUser } from '../support/powerUser.ts';
import { WarmHistory } from '../support/warmHistory.ts';

const TIMES = 41;
/** So many times as long as in a power user's history may an answer take in one of more sessions than anybody has. */
const MANY_TIMES = 3;

interface Asked {
  readonly figure: string;
  readonly question: Question;
  /** Milliseconds in a power user's history. */
  readonly most: number;
}

/** What a page that was clicked on, or a detail that was opened, waits for before it can be drawn. */
function questionsAbout(last: LocalDay): readonly Asked[] {
  return [
    { figure: 'time line', question: { kind: 'reached' }, most: 60 },
    { figure: 'activity of a year', question: { kind: 'activity', year: yearOf(last) }, most: 60 },
    { figure: 'sessions of a day', question: { kind: 'day', day: last }, most: 60 },
    { figure: 'curve of a badge', question: { kind: 'curve', badge: 'terminal_goblin' }, most: 16 },
    {
      figure: 'recap of a year',
      question: { kind: 'recap', period: { range: { since: last - 364, until: last } } },
      most: 60,
    },
    {
      figure: 'usage of 30 days',
      question: { kind: 'usage', period: { range: { since: last - 29, until: last } }, by: 'day' },
      most: 100,
    },
    {
      figure: 'usage of everything by model',
      question: { kind: 'usage', period: { all: true }, by: 'model' },
      most: 100,
    },
  ];
}

/** Answers about days, from the question to the answer in the asking thread. */
export const questions: Figure = {
  name: 'questions',
  async measure({ size, histories, programs }) {
    const found: Measurement[] = [];
    for (const [prefix, options, times] of [
      ['', powerUser(size), 1],
      ['many sessions: ', MANY_SESSIONS[size], MANY_TIMES],
    ] as const) {
      const history = await histories.get(options);
      const warm = await WarmHistory.open(history, programs.workerFile);
      try {
        for (const { figure, question, most } of questionsAbout(warm.lastDay()))
          found.push({
            figure: `${prefix}${figure}`,
            value: await warm.answered(question, TIMES),
            unit: 'ms',
            target: { most: most * times },
            of: `${history.sessions} sessions, median of ${TIMES}`,
            bound: 'a walk over all sessions and their days, and the copy of the answer between threads',
          });
      } finally {
        await warm.close();
      }
    }
    return found;
  },
};
