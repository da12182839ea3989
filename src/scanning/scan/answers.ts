import type { UnlockRecorder } from '../publishing/unlockRecorder.ts';
import type { Answer, Question } from '../questions.ts';
import type { HistoryScan } from './historyScan.ts';
import type { OwnFiles } from './ownFiles.ts';
import { rememberedIn } from './remembered.ts';

/** What answers are taken from. */
export interface Known {
  readonly files: OwnFiles;
  readonly unlocks: UnlockRecorder;
  readonly history: HistoryScan;
}

/** Answers from what is known and remembered; starts nothing. @throws ArchiveProblem and errors of the file system */
export async function answerTo(question: Question, { files, unlocks, history }: Known): Promise<Answer> {
  switch (question.kind) {
    case 'timeline':
      return unlocks.timeline();
    case 'remembered':
      return rememberedIn(await files.archiveToRead());
    case 'title': {
      const { session } = question;
      const record = history.known(session) ?? (await files.archiveToRead()).session(session);
      return record?.facts.title ?? null;
    }
  }
}
