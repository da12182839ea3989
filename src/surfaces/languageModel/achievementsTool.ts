import * as vscode from 'vscode';
import type { ScanService } from '../../scanning/scanService.ts';

/** Also named in package.json, among the language model tools. */
const ACHIEVEMENTS_TOOL = 'hermes_achievements';

/** The history that the tool answers from. */
export type ToolHistory = Pick<ScanService, 'achievements'> & {
  readonly place: { readonly sample: boolean };
};

/** Lets language models ask about the achievements; nothing happens in a VS Code without such tools. */
export function registerAchievementsTool(history: ToolHistory): vscode.Disposable {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  return lm?.registerTool?.(ACHIEVEMENTS_TOOL, new AchievementsTool(history)) ?? { dispose: () => undefined };
}

/** Asks the user each time, because the answer leaves this machine; then answers from the snapshot. */
class AchievementsTool implements vscode.LanguageModelTool<unknown> {
  readonly #history: ToolHistory;

  constructor(history: ToolHistory) {
    this.#history = history;
  }

  prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<unknown>): vscode.PreparedToolInvocation {
    return {
      invocationMessage: vscode.l10n.t('Looking up your badges'),
      confirmationMessages: {
        title: vscode.l10n.t('Tell the language model about your badges?'),
        message: whatLeaves(input),
      },
    };
  }

  /** @throws Error with what a model can do about it */
  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<unknown>): Promise<vscode.LanguageModelToolResult> {
    const [{ parseQuestion }, { answerQuestion }] = await Promise.all([
      import('./question.ts'),
      import('./answer.ts'),
    ]);
    const question = parseQuestion(input);
    const snapshot = await this.#history.achievements().catch(() => {
      // The reason names files of this machine, which are no business of a model's.
      throw new Error('The Hermes history cannot be read; the user finds the reason in the status bar.');
    });
    const answer = answerQuestion(snapshot, question, this.#history.place.sample);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
  }
}

/** Only the answer about one badge names sessions. */
function whatLeaves(input: unknown): string {
  const namesSessions = (input as { question?: unknown } | null)?.question === 'badge';
  return namesSessions
    ? vscode.l10n.t(
        'The figures of one badge and the titles of the sessions behind it are sent to the model. What was said in those sessions is not.',
      )
    : vscode.l10n.t(
        'Names and figures of badges are sent to the model. Titles of sessions and what was said in them are not.',
      );
}
