import type { AnswerTo, Question } from '../../scanning/questions.ts';
import { ScanFailed } from '../../scanning/scanService.ts';
import { type CommandContext, withCoordinator } from './engine.ts';

/**
 * The answer after a look at the history; where that cannot be read, the one of what is remembered, and stderr says why.
 * @param isNothing nothing is remembered either: then the failure ends the command
 * @throws ScanFailed
 */
export function answerUpToDate<Asked extends Question>(
  context: CommandContext,
  question: Asked,
  isNothing: (answer: AnswerTo<Asked>) => boolean,
): Promise<AnswerTo<Asked>> {
  return withCoordinator(context, async (coordinator) => {
    try {
      await coordinator.rescan({ full: false });
    } catch (error) {
      if (!(error instanceof ScanFailed)) throw error;
      const remembered = await coordinator.ask(question);
      if (isNothing(remembered)) throw error;
      context.terminal.complain(`These figures are as they were last seen: ${error.message}`);
      return remembered;
    }
    return coordinator.ask(question);
  });
}
