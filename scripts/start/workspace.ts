import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** VS Code runs this by itself when the folder is opened; its only step asks for the panel. */
const TASKS = {
  version: '2.0.0',
  tasks: [
    {
      label: 'Open Achievements',
      type: 'process',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in, not JavaScript
      command: '${input:open}',
      presentation: { reveal: 'never', echo: false },
      runOptions: { runOn: 'folderOpen' },
    },
  ],
  inputs: [{ id: 'open', type: 'command', command: 'hermesAchievements.open' }],
};

/** What the user's settings must hold for the task to run unasked. */
export const WORKSPACE_SETTINGS = { 'task.allowAutomaticTasks': 'on' };

/** Makes an empty folder that opens the achievements panel whenever VS Code opens it. */
export async function makeWorkspace(folder: string): Promise<string> {
  const workspace = join(folder, 'Hermes Achievements');
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode/tasks.json'), JSON.stringify(TASKS, null, 2));
  return workspace;
}
