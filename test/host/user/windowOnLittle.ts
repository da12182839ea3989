import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

/** A VS Code of its own for what does not depend on the history, with one window and hardly anything to read. */
export async function windowOnLittle(): Promise<{ vscode: VsCode; window: Workbench }> {
  const hermes = new WorkingHermes();
  hermes.work({ text_to_speech: 10 });
  const vscode = await VsCode.start({ home: hermes.home });
  return { vscode, window: await vscode.openWindow() };
}
