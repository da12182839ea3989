import { sampleHome } from '../runtime/sampleHistory.ts';
import type { WindowOptions } from './openPage.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** A VS Code of its own on a made-up history, with one window, which has read it. */
export async function windowOnSample(
  options: WindowOptions = {},
): Promise<{ vscode: VsCode; window: Workbench }> {
  const vscode = await VsCode.start({ home: await sampleHome() });
  return { vscode, window: await vscode.openWindow(options) };
}
