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

/** The same, with nothing in the window but its editors: what was announced is put away, the side bar is hidden. */
export async function calmWindowOnSample(): Promise<{ vscode: VsCode; window: Workbench }> {
  const { vscode, window } = await windowOnSample({ reducedMotion: true });
  await window.notifications.heard('Hermes history read.');
  await window.notifications.clear();
  await window.hideSideBar();
  return { vscode, window };
}
