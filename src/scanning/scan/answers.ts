import { sessionsOfDay } from '../../activity/day.ts';
import { activityOfYear } from '../../activity/year.ts';
import { curveOf } from '../../badges/overTime/curve.ts';
import { type TimelineStep, timelineOf } from '../../badges/overTime/timeline.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import { yearOf } from '../../calendar/spans.ts';
import { recapOf } from '../../recap/recap.ts';
import { nowSeconds } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { foldersOf, workedHistory } from '../ledger/worked.ts';
import type { Archives } from '../ownFiles/archives.ts';
import type { UnlockRecorder } from '../publishing/unlockRecorder.ts';
import type { Answer, Question } from '../questions.ts';
import type { HistoryScan } from './historyScan.ts';
import { rememberedIn } from './remembered.ts';
import type { UsageBook } from './usage/book.ts';

/** What answers are taken from. */
export interface Known {
  readonly archives: Archives;
  readonly unlocks: UnlockRecorder;
  readonly history: HistoryScan;
  readonly usage: UsageBook;
  /** Every session that is known or remembered. */
  ledger(): Promise<Ledger>;
  /** What the scan that was done last has still to write down is written. */
  remembering(): Promise<void>;
}

/** Answers from what is known and remembered; starts nothing. @throws ArchiveProblem and errors of the file system */
export async function answerTo(question: Question, known: Known): Promise<Answer> {
  const { archives, unlocks, history } = known;
  switch (question.kind) {
    case 'timeline':
      return unlocks.timeline();
    case 'remembered':
      return rememberedIn(await archives.toRead());
    case 'usage':
      await known.remembering();
      return known.usage.answer(question, await archives.toRead(), await known.ledger());
    case 'title': {
      const { session } = question;
      const record = history.known(session) ?? (await archives.toRead()).session(session);
      return record?.facts.title ?? null;
    }
    case 'reached':
      return timeline(await known.ledger(), unlocks);
    case 'curve': {
      const { overTime } = await known.ledger();
      return overTime ? curveOf(question.badge, overTime) : null;
    }
    case 'activity': {
      const day = today();
      return activityOfYear(workedHistory(await known.ledger()), question.year ?? yearOf(day), day);
    }
    case 'day':
      return sessionsOfDay(workedHistory(await known.ledger()), question.day);
    case 'recap': {
      await known.remembering();
      const { usage } = await archives.toRead();
      const ledger = await known.ledger();
      const sources = {
        ...workedHistory(ledger),
        timeline: await timeline(ledger, unlocks),
        folderOf: foldersOf(ledger),
        usageFrom: (day: LocalDay) => usage.recordsFrom(day),
      };
      return recapOf(question.period, sources, today());
    }
  }
}

async function timeline({ firstDayAt }: Ledger, unlocks: UnlockRecorder): Promise<TimelineStep[]> {
  return timelineOf(firstDayAt, await unlocks.steps());
}

function today(): LocalDay {
  return localDayOf(nowSeconds());
}
